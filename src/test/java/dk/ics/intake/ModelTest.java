package dk.ics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.Models.Model;
import dk.ics.intake.Models.Rule;
import dk.ics.intake.process.RoutingVariable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every process model must keep to; {@code docs/modelling.md} says why. */
class ModelTest {

    /** Calls to another authority or the mail server: the engine's job is the outbox. */
    private static final Set<String> OUTWARD = Set.of(
            "sendReferral",
            "requestDocuments",
            "remindDocuments",
            "sendInvitation",
            "offerBooking",
            "sendAppointmentReminder",
            "confirmApplication",
            "handOverToSiri",
            "searchExistingNumber",
            "registerInCpr",
            "findOpenDoctors",
            "orderHealthCard",
            "createMitId",
            "forwardTaxApplication",
            "tellAuthorities",
            "stopCase",
            "confirmWithdrawal",
            "refuseWithdrawal",
            "confirmCorrection",
            "refuseCorrection",
            "relocateCase",
            "confirmRelocation",
            "endForDeparture",
            "confirmDeparture",
            "sendStatement",
            "assembleDossier",
            "confirmForwarding",
            "reopenCase",
            "confirmChangedDecision",
            "referToNidc",
            "sendHearing",
            "sendIdentityRefusal",
            "sendRegistrationRefusal",
            "sendMitIdRefusal",
            "sendSummary",
            "sendProtectionReminder");

    private static final Set<String> GROUPS =
            Set.of("visitation", "caseworker", "identityControl", "identitySpecialist", "employment", "supervisor");

    private static final Set<String> MESSAGES = Set.of(
            "applicationReceived",
            "casePlaced",
            "siriDecisionReceived",
            "taxReceiptReceived",
            "cardReceiptReceived",
            "nidcAnswerReceived",
            "recontrolMade",
            "caseStopped",
            "appointmentChosen",
            "appointmentMoved",
            "appointmentCancelled");

    private static final Pattern READABLE = Pattern.compile("[a-z][a-zA-Z]+");
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(the|check|record|decide|register|handle|follow|choose|book|wait|send to|application|residence|tax|health|card|is|are|not|yes)\\b");

    private static final List<Rule> RULES = List.of(
            rule(
                    "the file is named like the process, which runs, has a version and a time to live",
                    (model, broken) -> {
                        var process = model.process();
                        if (!model.file().equals(Models.kebab(process.getId()) + ".bpmn")) {
                            broken.add(process.getId() + " is not the process of this file");
                        }
                        if (!process.isExecutable()) {
                            broken.add(process.getId() + " does not run");
                        }
                        if (!"P3650D".equals(process.getCamundaHistoryTimeToLiveString())) {
                            broken.add(process.getId() + " has no history time to live");
                        }
                        if (process.getCamundaVersionTag() == null) {
                            broken.add(process.getId() + " has no version tag");
                        }
                    }),
            rule("every id is a word, every flow is named from_to", (model, broken) -> {
                model.nodes()
                        .map(FlowNode::getId)
                        .filter(id -> !READABLE.matcher(id).matches())
                        .forEach(broken::add);
                flows(model)
                        .filter(flow -> !flow.getId()
                                .equals(flow.getSource().getId() + "_"
                                        + flow.getTarget().getId()))
                        .map(SequenceFlow::getId)
                        .forEach(broken::add);
            }),
            rule("every label is there and Danish", (model, broken) -> {
                Stream.concat(
                                Stream.of(model.process().getName()),
                                model.nodes()
                                        .filter(node -> !(node instanceof Gateway
                                                && node.getOutgoing().size() == 1))
                                        .map(FlowNode::getName))
                        .forEach(name -> {
                            if (name == null
                                    || !Character.isUpperCase(name.charAt(0))
                                    || ENGLISH.matcher(name).find()) {
                                broken.add("»" + name + "«");
                            }
                        });
            }),
            rule(
                    "a gateway that splits asks, and each flow answers",
                    (model, broken) -> splits(model).forEach(gateway -> {
                        if (!gateway.getName().endsWith("?")) {
                            broken.add(gateway.getId() + " asks nothing");
                        }
                        gateway.getOutgoing().stream()
                                .filter(flow -> flow.getName() == null)
                                .forEach(flow -> broken.add(flow.getId() + " answers nothing"));
                    })),
            rule(
                    "a gateway that splits always has a way on",
                    (model, broken) -> splits(model).forEach(gateway -> {
                        SequenceFlow otherwise = gateway instanceof ExclusiveGateway exclusive
                                ? exclusive.getDefault()
                                : ((InclusiveGateway) gateway).getDefault();
                        if (otherwise == null) {
                            broken.add(gateway.getId() + " has no default");
                        }
                        gateway.getOutgoing().stream()
                                .filter(flow -> flow != otherwise && flow.getConditionExpression() == null)
                                .filter(flow ->
                                        otherwise == null || !flow.getId().equals(otherwise.getId()))
                                .forEach(flow -> broken.add(flow.getId() + " has no condition"));
                    })),
            rule("process and tasks say why", (model, broken) -> {
                if (isUnexplained(model.process())) {
                    broken.add(model.process().getId());
                }
                model.nodes()
                        .filter(node -> node instanceof Activity && isUnexplained(node))
                        .forEach(node -> broken.add(node.getId()));
            }),
            rule(
                    "a service task is ${itsId}",
                    (model, broken) -> all(model, ServiceTask.class)
                            .filter(task -> !("${" + task.getId() + "}").equals(task.getCamundaDelegateExpression()))
                            .forEach(task -> broken.add(task.getId()))),
            rule(
                    "every call outward is a job of its own, no other service is",
                    (model, broken) -> all(model, ServiceTask.class)
                            .filter(task -> task.isCamundaAsyncBefore() != OUTWARD.contains(task.getId()))
                            .forEach(task -> broken.add(task.getId()))),
            rule(
                    "what a wait looks for is committed before it looks, and no click waits for a receipt's lock",
                    (model, broken) -> all(model, ServiceTask.class)
                            .filter(task -> task.getId().startsWith("lookFor"))
                            .flatMap(ModelTest::tasksBefore)
                            .filter(before -> before instanceof Activity && !((Activity) before).isCamundaAsyncAfter())
                            .forEach(before -> broken.add(before.getId()))),
            rule(
                    "a user task has its form, a group and a day it is due",
                    (model, broken) -> all(model, UserTask.class).forEach(task -> {
                        if (!task.getId().equals(task.getCamundaFormRef())
                                || !"deployment".equals(task.getCamundaFormRefBinding())
                                || !formExists(task.getId())) {
                            broken.add(task.getId() + " has no form of its own");
                        }
                        if (!GROUPS.contains(String.valueOf(task.getCamundaCandidateGroups()))) {
                            broken.add(task.getId() + " has no known group");
                        }
                        if (!String.valueOf(task.getCamundaDueDate()).startsWith("${deadlines.")) {
                            broken.add(task.getId() + " is never due");
                        }
                    })),
            rule(
                    "a start form exists",
                    (model, broken) -> all(model, StartEvent.class)
                            .filter(start -> start.getCamundaFormRef() != null)
                            .filter(start -> !start.getId().equals(start.getCamundaFormRef())
                                    || !"deployment".equals(start.getCamundaFormRefBinding())
                                    || !formExists(start.getId()))
                            .forEach(start -> broken.add(start.getId()))),
            rule(
                    "a call activity calls the process of its name and passes on the case",
                    (model, broken) -> all(model, CallActivity.class).forEach(call -> {
                        if (!call.getId().equals(call.getCalledElement())
                                || !"deployment".equals(call.getCamundaCalledElementBinding())
                                || !Files.exists(Path.of("bpmn", Models.kebab(call.getId()) + ".bpmn"))) {
                            broken.add(call.getId() + " calls no process of this name");
                        }
                        List<CamundaIn> ins = inside(call, CamundaIn.class).toList();
                        // One call for each of several cases names the case; any other passes on its own.
                        String key = call.getLoopCharacteristics() == null
                                ? "#{execution.processBusinessKey}"
                                : "${sampledControls.caseReference(supervision, loopCounter)}";
                        if (ins.stream().noneMatch(in -> key.equals(in.getCamundaBusinessKey()))) {
                            broken.add(call.getId() + " passes no business key");
                        }
                        for (String needed : List.of("caseReference", "municipality", "municipalityName", "service")) {
                            if (ins.stream().noneMatch(in -> needed.equals(in.getCamundaTarget()))) {
                                broken.add(call.getId() + " does not pass " + needed);
                            }
                        }
                        if (ins.stream().anyMatch(in -> "all".equals(in.getCamundaVariables()))
                                || inside(call, CamundaOut.class)
                                        .anyMatch(out -> "all".equals(out.getCamundaVariables()))) {
                            broken.add(call.getId() + " passes everything");
                        }
                    })),
            rule(
                    "no person's click reaches a join",
                    (model, broken) -> model.nodes()
                            .filter(node -> node instanceof Gateway && !(node instanceof ExclusiveGateway))
                            .filter(join -> join.getIncoming().size() > 1)
                            .flatMap(join -> join.getPreviousNodes().list().stream())
                            .filter(before -> !(before instanceof InclusiveGateway))
                            .filter(before -> !(before instanceof Activity activity && activity.isCamundaAsyncAfter()))
                            .forEach(before -> broken.add(before.getId()))),
            rule(
                    "a decision is in bpmn/ and leaves no map behind",
                    (model, broken) -> all(model, BusinessRuleTask.class).forEach(task -> {
                        if (!"deployment".equals(task.getCamundaDecisionRefBinding())
                                || !Files.exists(Path.of(
                                        "bpmn", Models.kebab(String.valueOf(task.getCamundaDecisionRef())) + ".dmn"))) {
                            broken.add(task.getId() + " has no decision of the same deployment");
                        }
                        if (task.getCamundaResultVariable() != null
                                && !"singleEntry".equals(task.getCamundaMapDecisionResult())) {
                            broken.add(task.getId() + " keeps more than one entry");
                        }
                    })),
            rule(
                    "messages are known and named like their reference",
                    (model, broken) -> all(model, Message.class)
                            .filter(message -> !MESSAGES.contains(message.getName())
                                    || !message.getId().equals(message.getName() + "Message"))
                            .forEach(message -> broken.add(message.getId()))),
            rule(
                    "a timer fires on a day the deadlines give",
                    (model, broken) -> all(model, TimerEventDefinition.class)
                            .filter(timer -> !Stream.of(timer.getTimeDate(), timer.getTimeCycle())
                                    .filter(Objects::nonNull)
                                    .allMatch(day -> day.getTextContent()
                                            .matches("\\$\\{deadlines\\.[a-zA-Z]+\\((caseReference)?\\)}")))
                            .filter(timer -> timer.getTimeDuration() == null)
                            .forEach(timer -> broken.add(timer.getId()))),
            rule("a model scripts nothing and listens to nothing", (model, broken) -> {
                Matcher found = Pattern.compile(
                                "<(bpmn:script\\w*|camunda:(script|executionListener|taskListener|connector))\\b")
                        .matcher(model.xml());
                while (found.find()) {
                    broken.add(found.group());
                }
            }),
            rule(
                    "every variable of a condition is on the list and written somewhere",
                    (model, broken) -> read(model).forEach(variable -> {
                        if (RoutingVariable.find(variable).isEmpty()) {
                            broken.add(variable + " is not on the list");
                        } else if (!isWritten(variable)) {
                            broken.add(variable + " is written nowhere");
                        }
                    })),
            rule("what is passed in and out is on the list", (model, broken) -> {
                all(model, CamundaIn.class).map(CamundaIn::getCamundaTarget).forEach(name -> listed(name, broken));
                all(model, CamundaOut.class).map(CamundaOut::getCamundaTarget).forEach(name -> listed(name, broken));
                all(model, CamundaOutputParameter.class)
                        .map(CamundaOutputParameter::getCamundaName)
                        .forEach(name -> listed(name, broken));
            }));

    static Stream<Arguments> rulesAndModels() {
        return RULES.stream().flatMap(rule -> Models.processes().stream().map(model -> Arguments.of(rule, model)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rulesAndModels")
    void holds(Rule rule, Model model) {
        assertThat(rule.violations().apply(model)).isEmpty();
    }

    /** Each rule, a model, and a change that the rule must notice. */
    static Stream<Arguments> breaches() {
        return Stream.of(
                breach(0, "mit-id", "P3650D", "P1D"),
                breach(0, "mit-id", "isExecutable=\"true\"", "isExecutable=\"false\""),
                breach(0, "mit-id", " camunda:versionTag=\"\\d\"", ""),
                breach(0, "mit-id", "process id=\"mitId\"", "process id=\"mitID\""),
                breach(1, "mit-id", "\"createMitId\"", "\"Activity_0x1ab2c\""),
                breach(1, "mit-id", "\"createMitId_mitIdAccepted\"", "\"Flow_0x1ab2c\""),
                breach(2, "mit-id", "name=\"Opret MitID\"", "name=\"Choose MitID\""),
                breach(2, "mit-id", " name=\"Opret MitID\"", ""),
                breach(3, "mit-id", "Kan MitID oprettes\\?", "Afgørelse om MitID"),
                breach(3, "mit-id", " name=\"ikke i dag\"", ""),
                breach(4, "mit-id", " default=\"mitIdDecided_sendMitIdRefusal\"", ""),
                breach(4, "intake", " default=\"servicesStarted_servicesDone\"", ""),
                breach(5, "mit-id", "<bpmn:documentation>Opretter[^<]*</bpmn:documentation>", ""),
                breach(5, "mit-id", "<bpmn:documentation>Borgere[^<]*</bpmn:documentation>", ""),
                breach(6, "mit-id", "\\$\\{createMitId}", "\\${createMitID}"),
                breach(7, "mit-id", " camunda:asyncBefore=\"true\"", ""),
                breach(
                        7,
                        "intake",
                        "camunda:delegateExpression=\"\\$\\{closeCase}\"",
                        "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"\\${closeCase}\""),
                breach(8, "tax-application", " camunda:asyncAfter=\"true\"", ""),
                breach(9, "mit-id", "formRef=\"verifyForMitId\"", "formRef=\"verify\""),
                breach(9, "mit-id", "formRefBinding=\"deployment\"", "formRefBinding=\"latest\""),
                breach(9, "mit-id", "candidateGroups=\"caseworker\"", "candidateGroups=\"everyone\""),
                breach(9, "mit-id", " camunda:dueDate=\"[^\"]*\"", ""),
                breach(10, "intake", "formRef=\"enquiryReceived\"", "formRef=\"enquiry\""),
                breach(11, "intake", "calledElement=\"mitId\"", "calledElement=\"mitID\""),
                breach(11, "intake", "<camunda:in businessKey=[^>]*/>", ""),
                breach(11, "intake", "<camunda:in source=\"municipality\" [^>]*/>", "<camunda:in variables=\"all\" />"),
                breach(
                        12,
                        "intake",
                        "id=\"healthCard\" name=\"Sundhedskort og læge\" camunda:asyncAfter=\"true\"",
                        "id=\"healthCard\" name=\"Sundhedskort og læge\""),
                breach(
                        12,
                        "intake",
                        "id=\"attendance\" name=\"Fremmøde på ICS\" camunda:asyncAfter=\"true\"",
                        "id=\"attendance\" name=\"Fremmøde på ICS\""),
                breach(13, "intake", "decisionRef=\"visitation\"", "decisionRef=\"visit\""),
                breach(13, "intake", "mapDecisionResult=\"singleEntry\"", "mapDecisionResult=\"singleResult\""),
                breach(14, "intake", "name=\"casePlaced\"", "name=\"caseMoved\""),
                breach(15, "intake", "\\$\\{deadlines.documentReminder\\(\\)}", "P3D"),
                breach(15, "supervision-cycle", "\\$\\{deadlines.supervisionCycle\\(\\)}", "R/P1M"),
                breach(
                        11,
                        "control-supervision",
                        "businessKey=\"[^\"]*\"",
                        "businessKey=\"#{execution.processBusinessKey}\""),
                breach(
                        16,
                        "mit-id",
                        "(?s)^(.*?)</bpmn:serviceTask>",
                        "$1</bpmn:serviceTask><bpmn:scriptTask id=\"count\" name=\"Tæl\" />"),
                breach(17, "mit-id", "\\$\\{mitIdOutcome == 'create'}", "\\${givenNames == 'create'}"),
                breach(18, "intake", "target=\"mitIdOutcome\"", "target=\"mitIdWitness\""));
    }

    @ParameterizedTest(name = "{1}: {2} -> {3}")
    @MethodSource("breaches")
    void noticesABreach(Rule rule, String file, String pattern, String replacement) {
        Model sound = Models.process(file + ".bpmn");
        String xml = sound.xml().replaceAll(pattern, replacement);
        assertThat(xml).as("the model changed").isNotEqualTo(sound.xml());

        assertThat(rule.violations().apply(Model.of(sound.file(), xml)))
                .hasSizeGreaterThan(rule.violations().apply(sound).size());
    }

    @Test
    void everyRuleHasABreach() {
        assertThat(breaches().map(arguments -> arguments.get()[0])).containsAll(RULES);
    }

    @Test
    void everyServiceTaskHasAHiddenDelegate() {
        List<String> missing = services().filter(id -> delegate(id) == null).toList();

        assertThat(missing).isEmpty();
        assertThat(services().map(ModelTest::delegate))
                .allSatisfy(type -> assertThat(type).isPackagePrivate());
    }

    @Test
    void everyOutwardCallIsInAModel() {
        assertThat(services()).containsAll(OUTWARD);
    }

    @Test
    void everyFormBelongsToATask() throws IOException {
        Set<String> asked = Models.processes().stream()
                .flatMap(Model::nodes)
                .map(node -> node instanceof UserTask task
                        ? task.getCamundaFormRef()
                        : node instanceof StartEvent start ? start.getCamundaFormRef() : null)
                .filter(form -> form != null)
                .map(form -> Models.kebab(form) + ".form")
                .collect(Collectors.toSet());
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            assertThat(forms.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    @Test
    void everyDecisionHasATimeToLiveAndCitesARuleInEachRow() {
        Map<String, DmnModelInstance> decisions = Models.decisions();
        assertThat(decisions)
                .containsOnlyKeys(
                        "visitation.dmn",
                        "required-documents.dmn",
                        "registration-claim.dmn",
                        "residence-basis.dmn",
                        "minimum-requirements.dmn",
                        "supervision-sample.dmn");
        decisions.forEach((file, model) -> {
            assertThat(model.getModelElementsByType(Decision.class))
                    .anySatisfy(decision ->
                            assertThat(Models.kebab(decision.getId()) + ".dmn").isEqualTo(file))
                    .allSatisfy(decision -> {
                        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
                        assertThat(decision.getVersionTag()).isNotNull();
                    });
            assertThat(model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Rule.class))
                    .allSatisfy(row -> assertThat(row.getDescription()).isNotNull());
        });
    }

    private static Rule rule(String name, BiConsumer<Model, List<String>> check) {
        return new Rule(name, model -> {
            List<String> broken = new ArrayList<>();
            check.accept(model, broken);
            return broken;
        });
    }

    private static Arguments breach(int rule, String file, String pattern, String replacement) {
        return Arguments.of(RULES.get(rule), file, pattern, replacement);
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> all(
            Model model, Class<T> type) {
        return model.bpmn().getModelElementsByType(type).stream();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> inside(
            BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? Stream.of()
                : element.getExtensionElements().getChildElementsByType(type).stream();
    }

    private static Stream<SequenceFlow> flows(Model model) {
        return all(model, SequenceFlow.class);
    }

    private static Stream<Gateway> splits(Model model) {
        return all(model, Gateway.class).filter(gateway -> gateway.getOutgoing().size() > 1);
    }

    /** What comes before a node, gateways left out. */
    private static Stream<FlowNode> tasksBefore(FlowNode node) {
        return node.getPreviousNodes().list().stream()
                .flatMap(before -> before instanceof Gateway ? tasksBefore(before) : Stream.of(before));
    }

    private static boolean isUnexplained(BaseElement element) {
        return element.getChildElementsByType(Documentation.class).stream()
                .noneMatch(text -> text.getTextContent().length() > 20);
    }

    @Test
    void whereTrainingIsAskedForTheFormTellsWhenItEndsSoon() {
        assertThat(Models.processes().stream()
                        .flatMap(model -> all(model, UserTask.class))
                        .filter(task -> Set.of("identityControl", "identitySpecialist")
                                .contains(task.getCamundaCandidateGroups()))
                        .map(UserTask::getCamundaFormRef))
                .hasSizeGreaterThan(5)
                .allSatisfy(form -> assertThat(Path.of("forms", Models.kebab(form) + ".form"))
                        .content()
                        .contains("{{trainingWarning}}"));
    }

    private static void listed(@Nullable String name, List<String> broken) {
        if (name != null && RoutingVariable.find(name).isEmpty()) {
            broken.add(name);
        }
    }

    private static Stream<String> services() {
        return Models.processes().stream()
                .flatMap(model -> all(model, ServiceTask.class))
                .map(ServiceTask::getId);
    }

    private static @Nullable Class<?> delegate(String id) {
        try {
            return Class.forName("dk.ics.intake.process." + Character.toUpperCase(id.charAt(0)) + id.substring(1));
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static boolean formExists(String id) {
        Path form = Path.of("forms", Models.kebab(id) + ".form");
        try {
            return Files.exists(form)
                    && id.equals(new ObjectMapper()
                            .readTree(form.toFile())
                            .path("id")
                            .asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables that conditions and out mappings read. */
    private static Set<String> read(Model model) {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(
                        flows(model)
                                .filter(flow -> flow.getConditionExpression() != null)
                                .map(flow -> flow.getConditionExpression().getTextContent()),
                        all(model, CamundaOut.class).map(out -> String.valueOf(out.getCamundaSourceExpression())))
                .map(text -> text.replaceAll("execution\\.getVariable\\('(\\w+)'\\)", "$1")
                        .replaceAll("'[^']*'", "")
                        .replaceAll("\\.\\w+", ""))
                .forEach(text -> Pattern.compile("[a-zA-Z]\\w*")
                        .matcher(text)
                        .results()
                        .map(found -> found.group())
                        .filter(name -> !Set.of("null", "true", "false").contains(name))
                        .forEach(names::add));
        return names;
    }

    private static final String WRITTEN = Stream.of(
                    Models.texts(Path.of("src/main/java/dk/ics/intake"), ".java").stream()
                            .filter(text -> !text.contains("enum RoutingVariable")),
                    Models.texts(Path.of("forms"), ".form").stream(),
                    Models.texts(Path.of("bpmn"), ".bpmn").stream())
            .flatMap(texts -> texts)
            .collect(Collectors.joining("\n"));

    private static boolean isWritten(String variable) {
        String constant =
                "RoutingVariable\\." + variable.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
        return Pattern.compile("\"key\"\\s*:\\s*\"" + variable + "\"|(target|resultVariable|outputParameter name)=\""
                        + variable + "\"|[^:=] *\"" + variable + "\"|" + constant + "\\b")
                .matcher(WRITTEN)
                .find();
    }
}
