package dk.ics.intake.report;

import static dk.ics.intake.report.Page.Facts;

import dk.ics.intake.report.ComplianceReport.Coverage;
import dk.ics.intake.report.ComplianceReport.Documentation;
import dk.ics.intake.report.ComplianceReport.InForce;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The figures of § 1 stk. 7 nos. 1–4 on paper, a section for each. */
final class FiguresPaper {

    private FiguresPaper() {}

    static void write(Page page, ComplianceReport report) {
        procedures(page, report.procedures());
        training(page, report.training());
        supervision(page, report.supervision());
        documentation(page, report.documentation());
    }

    private static void procedures(Page page, ComplianceReport.Procedures procedures) {
        page.heading("Nr. 1: Forretningsgange og minimumskrav")
                .subheading("Forretningsgange, der gjaldt i perioden")
                .table(
                        "versions",
                        List.of("Udgave", "Gjaldt", "Sat i kraft", "Ændringer", "Kontroller"),
                        procedures.versions().stream()
                                .map(FiguresPaper::version)
                                .toList())
                .subheading("Kontroller");
        if (procedures.all().total() == 0) {
            page.text("Der er ikke udført nogen kontrol i perioden.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        procedures
                .municipalities()
                .forEach(one -> rows.add(controls(one.municipality().label(), one.controls())));
        rows.add(controls("I alt", procedures.all()));
        page.table(
                        "numbers",
                        List.of("Kommune", "Kontroller", "Godkendt", "Tvivl", "Foto", "Forskelle", "Ikke relevant"),
                        rows)
                .text(
                        "Foto: dokumentet er forevist som foto efter stk. 6. Forskelle: dokument og ansøgning var ikke ens. "
                                + "Ikke relevant: mindst ét krav er besvaret sådan.")
                .subheading("Minimumskrav")
                .table(
                        "numbers",
                        List.of("Krav", "Stillet", "Opfyldt", "Ikke opfyldt", "Ikke relevant"),
                        procedures.requirements().stream()
                                .map(asked -> List.of(
                                        asked.requirement().label(),
                                        Danish.number(asked.asked()),
                                        Danish.number(asked.met()),
                                        Danish.number(asked.notMet()),
                                        Danish.number(asked.notRelevant())))
                                .toList());
    }

    private static List<String> version(InForce version) {
        return List.of(
                version.version(),
                version.until() == null
                        ? "Fra %s".formatted(Danish.shortDay(version.from()))
                        : "%s til %s".formatted(Danish.shortDay(version.from()), Danish.shortDay(version.until())),
                version.putInForceAt() == null
                        ? "Gjaldt, da registret blev indført"
                        : Rows.or(DoubtPaper.signed(version.putInForceBy(), version.putInForceAt()), ""),
                (version.changed() ? "Ændret i perioden. " : "") + version.changes(),
                Danish.number(version.controls()));
    }

    private static List<String> controls(String name, ComplianceReport.Controls controls) {
        return List.of(
                name,
                Danish.number(controls.total()),
                Danish.number(controls.approved()),
                Danish.number(controls.doubt()),
                Danish.number(controls.photo()),
                Danish.number(controls.withDifferences()),
                Danish.number(controls.withNotRelevant()));
    }

    private static void training(Page page, ComplianceReport.Training training) {
        page.heading("Nr. 2: Uddannelse")
                .facts(new Facts()
                        .add("Opgjort den", Danish.day(training.day()))
                        .add("Gyldig uddannelse", Danish.number(training.valid()))
                        .add("Udløber snart", Danish.number(training.expiring()))
                        .add("Udløbet", Danish.number(training.expired()))
                        .add("Ikke registreret", Danish.number(training.missing())));
        if (training.employees().isEmpty()) {
            page.text("Ingen medarbejdere i de valgte kommuner skal have uddannelse i identitetskontrol.");
            return;
        }
        page.table(
                "trained",
                List.of("Medarbejder", "Kursus", "Status", "Gyldig til", "Kontroller"),
                training.employees().stream()
                        .map(one -> List.of(
                                one.employee().written(),
                                one.course().label(),
                                one.standing().label(),
                                one.validUntil() == null ? "–" : Danish.shortDay(one.validUntil()),
                                Danish.number(one.controls())))
                        .toList());
    }

    private static void supervision(Page page, ComplianceReport.Supervision supervision) {
        Coverage all = supervision.all();
        page.heading("Nr. 3: Tilsyn")
                .facts(new Facts()
                        .add("Kontroller i perioden", Danish.number(all.controls()))
                        .add("Omfattet af et tilsyn", part(all.covered(), all.controls()))
                        .add("Udtaget til gennemgang", part(all.drawn(), all.controls()))
                        .add("Gennemgået af de udtagne", part(all.reviewed(), all.drawn()))
                        .add("Bemærkninger", Danish.number(all.remarks()))
                        .add("Fejl", Danish.number(all.errors()))
                        .add(
                                "Opfølgning",
                                "%s, heraf %s ikke afsluttet"
                                        .formatted(
                                                Danish.number(all.followUps()), Danish.number(all.openFollowUps()))));
        if (!supervision.municipalities().isEmpty()) {
            page.subheading("Tilsyn efter kommune")
                    .table(
                            "numbers",
                            List.of(
                                    "Kommune",
                                    "Kontroller",
                                    "Omfattet",
                                    "Udtaget",
                                    "Gennemgået",
                                    "Bemærkninger",
                                    "Fejl"),
                            supervision.municipalities().stream()
                                    .map(FiguresPaper::coverage)
                                    .toList());
        }
        if (!supervision.caseworkers().isEmpty()) {
            page.subheading("Dækning efter kommune og medarbejder")
                    .table(
                            "coverage",
                            List.of(
                                    "Kommune",
                                    "Medarbejder",
                                    "Kontroller",
                                    "Omfattet",
                                    "Udtaget",
                                    "Gennemgået",
                                    "Bemærkninger",
                                    "Fejl"),
                            supervision.caseworkers().stream()
                                    .map(FiguresPaper::coverage)
                                    .toList());
        }
        page.subheading("Tilsyn med kontroller i perioden");
        if (supervision.samples().isEmpty()) {
            page.text("Der er ikke ført tilsyn med perioden.");
            return;
        }
        page.table(
                        "samples",
                        List.of("Nr.", "Periode", "Udtaget", "Kontroller", "Gennemgået", "Frø"),
                        supervision.samples().stream().map(FiguresPaper::sample).toList())
                .text(
                        "Stikprøven kan udtages igen med det samme resultat ud fra frøet og udgaven af beslutningstabellen.");
    }

    private static List<String> coverage(ComplianceReport.CoveredMunicipality of) {
        return coverage(List.of(of.municipality().label()), of.coverage());
    }

    private static List<String> coverage(ComplianceReport.OfCaseworker of) {
        return coverage(List.of(of.municipality().label(), of.caseworker().written()), of.coverage());
    }

    private static List<String> coverage(List<String> of, Coverage coverage) {
        List<String> row = new ArrayList<>(of);
        Stream.of(
                        coverage.controls(),
                        coverage.covered(),
                        coverage.drawn(),
                        coverage.reviewed(),
                        coverage.remarks(),
                        coverage.errors())
                .map(Danish::number)
                .forEach(row::add);
        return row;
    }

    private static List<String> sample(ComplianceReport.Sample sample) {
        return List.of(
                Long.toString(sample.number()),
                "%s til %s%s"
                        .formatted(
                                Danish.shortDay(sample.from()),
                                Danish.shortDay(sample.to()),
                                sample.endedAt() == null ? "" : "\nafsluttet " + Danish.moment(sample.endedAt())),
                Danish.moment(sample.drawnAt())
                        + (sample.startedBy() == null
                                ? "\naf systemet"
                                : "\naf " + sample.startedBy().written()),
                Danish.number(sample.drawn()),
                Danish.number(sample.reviewed()),
                ControlPaper.halves(sample.seed()) + "\nTabellens udgave " + sample.sampleVersion());
    }

    private static void documentation(Page page, Documentation documentation) {
        page.heading("Nr. 4: Skriftlig dokumentation")
                .facts(new Facts()
                        .add("Kontroller i perioden", Danish.number(documentation.controls()))
                        .add("Fuldstændigt dokumenteret", part(documentation.complete(), documentation.controls()))
                        .add(
                                "Poster i kontrolsporet",
                                Danish.number(documentation.entries()) + " underskrevet i perioden")
                        .add("Kontrolpunkter", Danish.number(documentation.checkpoints()) + " i perioden")
                        .add(
                                "Seneste kontrolpunkt",
                                documentation.lastCheckpointAt() == null
                                        ? "Der er endnu ikke et kontrolpunkt"
                                        : "Nr. %d, %s"
                                                .formatted(
                                                        documentation.lastCheckpoint(),
                                                        Danish.moment(documentation.lastCheckpointAt())))
                        .add(
                                "Endnu ikke dækket",
                                Danish.number(documentation.uncovered())
                                        + (documentation.uncovered() == 1 ? " post lige nu" : " poster lige nu"))
                        .add(
                                "Efterprøvet",
                                "%s i perioden, heraf %s uden fund"
                                        .formatted(
                                                Danish.number(documentation.verifications())
                                                        + (documentation.verifications() == 1 ? " gang" : " gange"),
                                                Danish.number(documentation.holding()))))
                .text(LedgerPaper.said(documentation.lastVerification()))
                .text("Kontrolsporet er fælles for alle kommuner.");
    }

    private static String part(long part, long of) {
        return of == 0 ? Danish.number(part) : "%s (%s)".formatted(Danish.number(part), Danish.share(part, of));
    }
}
