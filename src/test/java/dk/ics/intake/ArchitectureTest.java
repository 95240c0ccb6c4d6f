package dk.ics.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** How the house is built; {@code CONTRIBUTING.md} has the map. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dk.ics.intake");

    @Test
    void modulesKeepToTheirPublicTypesAndFormNoCircles() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void onlyProcessKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..intake.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void delegatesAreHidden() {
        classes()
                .that()
                .implement(JavaDelegate.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("..intake.process")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void dependenciesRunFromWebOverProcessToCapabilities() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("web")
                .definedBy("..intake.web..")
                .layer("process")
                .definedBy("..intake.process..")
                .layer("capabilities")
                .definedBy(
                        "..intake.visitation..",
                        "..intake.identity..",
                        "..intake.registration..",
                        "..intake.healthcard..",
                        "..intake.mitid..",
                        "..intake.residence..",
                        "..intake.tax..",
                        "..intake.benefit..",
                        "..intake.guidance..",
                        "..intake.agreement..",
                        "..intake.terms..",
                        "..intake.notice..",
                        "..intake.withdrawal..",
                        "..intake.correction..",
                        "..intake.complaint..",
                        "..intake.departure..",
                        "..intake.relocation..",
                        "..intake.supervision..",
                        "..intake.report..",
                        "..intake.oversight..",
                        "..intake.selfservice..")
                .layer("registers")
                .definedBy("..intake.procedure..", "..intake.training..")
                .layer("ground")
                .definedBy(
                        "..intake.application..",
                        "..intake.authority..",
                        "..intake.casefile..",
                        "..intake.municipality..",
                        "..intake.pageimage..",
                        "..intake.search..",
                        "..intake.time..")
                .withOptionalLayers(true)
                .whereLayer("web")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("web")
                .whereLayer("capabilities")
                .mayOnlyBeAccessedByLayers("web", "process")
                .whereLayer("registers")
                .mayOnlyBeAccessedByLayers("web", "process", "capabilities")
                .check(CLASSES);
    }

    @Test
    void simulatorsStandApart() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..intake.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..intake.simulator..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..intake.simulator..")
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("dk.ics.intake..")
                                .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                                                "..intake.simulator..", "..intake.time.."))))
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto)")
                .check(CLASSES);
    }
}
