package dk.ics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.Models.Model;
import dk.ics.intake.Models.Rule;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of the process models: a lawyer reads them too. */
class ModelPictureTest {

    private static final Map<String, String> HAPPY_PATHS = Map.ofEntries(
            Map.entry(
                    "intake",
                    "applicationReceived findDuplicates duplicateSuspected decideVisitation decideRequiredDocuments "
                            + "compareDocuments assessApplication assessmentMade factsCorrected servicesStarted"),
            Map.entry(
                    "attendance",
                    "attendanceNeeded bookAppointment sendInvitation checkIn citizenAttended callUp "
                            + "residenceDocumentNeeded euResidence residenceSettled identityControl identitySettled "
                            + "cprRegistration registrationSettled followUpServices healthCard followUpDone "
                            + "attendanceCompleted"),
            Map.entry("closing", "servicesDone closeCase caseClosed"),
            Map.entry(
                    "euResidence",
                    "residenceDocumentNeeded bookSiriAppointment handOverToSiri recordSiriAttendance metAtSiri lookForSiriDecision siriHasAnswered awaitSiriDecision "
                            + "recordResidenceDocument residenceDocumentIssued residenceGranted"),
            Map.entry("identityControl", "identityControlNeeded controlIdentity identityConfirmed identityApproved"),
            Map.entry(
                    "doubt",
                    "examineDoubt doubtSettled hearParty sendHearing recordHearingAnswer hearingAnswered decideRefusal "
                            + "refusalDecided sendIdentityRefusal identityRefused"),
            Map.entry("nidc", "referToNidc nidcAsked lookForNidcAnswer nidcHasAnswered awaitNidcAnswer nidcAnswered"),
            Map.entry(
                    "cprRegistration",
                    "registrationNeeded connectedForSearch searchExistingNumber numberSearched existingNumberFound "
                            + "decideRegistration registrationDecided connectedForRegistration registerInCpr "
                            + "registrationAnswered registrationAccepted personRegistered"),
            Map.entry(
                    "healthCard",
                    "healthCardNeeded findOpenDoctors doctorIsAvailable chooseDoctor orderHealthCard healthCardAccepted "
                            + "issueTemporaryCertificate watchDelivery healthCardOrdered"),
            Map.entry(
                    "healthCardDelivery",
                    "cardOrdered lookForDelivery deliveryKnown awaitDelivery deliveryHeard cardArrived cardDelivered"),
            Map.entry("mitId", "mitIdWanted verifyForMitId mitIdDecided createMitId mitIdAccepted mitIdCreated"),
            Map.entry(
                    "taxApplication",
                    "taxCardWanted checkTaxApplication taxDecided forwardTaxApplication taxApplicationSent lookForTaxReceipt "
                            + "taxHasAnswered awaitTaxReceipt taxAnswered taxAccepted taxForwarded"),
            Map.entry(
                    "controlSupervision",
                    "supervisionRequested drawSample controlsDrawn supervisionItem closeSupervision supervisionClosed"),
            Map.entry("enquiry", "enquiryRegistered becomesCase enquirySettled recordEnquiry enquiryRecorded"),
            Map.entry("supervisionCycle", "monthBegun firstWorkingDay startSupervision supervisionStarted"),
            Map.entry("supervisionItem", "controlDrawn reviewControl followedUp controlReviewed"),
            Map.entry("identityRecontrol", "recontrolOrdered recontrolIdentity reportRecontrol recontrolMade"),
            Map.entry(
                    "unemploymentBenefit",
                    "benefitBrought registerUnemploymentBenefit benefitRegistrable benefitRegistered"),
            Map.entry("afterClosing", "intakeClosed sendSummary findProtection protectionWatched nothingLapses"),
            Map.entry("applicationReceipt", "applicationSent confirmApplication applicationConfirmed"),
            Map.entry("guidance", "guidanceWanted guideCitizen citizenAdvised guidanceGiven"));

    private static final Map<String, String> TURNS_OF_LIFE = Map.of(
            "turnOfLife",
            "stopReported stoppedWhy stoppedByWithdrawal",
            "correction",
            "correctionRequested correctData correctionDecided secondPersonAsked applyCorrection authorityNotice "
                    + "confirmCorrection dataCorrected",
            "complaint",
            "complaintReceived reconsiderDecision decisionChanged reopenCase confirmChangedDecision complaintUpheld",
            "relocation",
            "relocationReported relocateCase relocationMade confirmRelocation caseRelocated",
            "departure",
            "departureReported endForDeparture authorityNotice closeForDeparture citizenAlive "
                    + "confirmDeparture closedAfterDeparture",
            "authorityNotice",
            "noticesNeeded tellAuthorities noticesGathered noticesGiven authoritiesTold",
            "withdrawal",
            "withdrawalReported stopCase caseStillOpen authorityNotice confirmWithdrawal closeWithdrawn "
                    + "withdrawn");

    private static final List<Rule> RULES = List.of(
            rule("everything is drawn", (model, broken) -> {
                List<String> drawn = Stream.concat(
                                shapes(model).stream().map(Shape::id),
                                edges(model).stream().map(Edge::id))
                        .toList();
                model.bpmn().getModelElementsByType(FlowElement.class).stream()
                        .map(FlowElement::getId)
                        .filter(id -> !drawn.contains(id))
                        .forEach(broken::add);
            }),
            rule("events, splits and answers have a place for their label", (model, broken) -> {
                List<String> placed = labels(model).stream().map(Shape::id).toList();
                model.bpmn().getModelElementsByType(FlowElement.class).stream()
                        .filter(element -> element instanceof Event
                                || element instanceof Gateway
                                || element instanceof SequenceFlow)
                        .filter(element -> element.getName() != null && !placed.contains(element.getId()))
                        .forEach(element -> broken.add(element.getId()));
            }),
            rule(
                    "shapes do not overlap",
                    (model, broken) -> pairs(shapes(model), (one, other) -> {
                        if (one.box().intersects(other.box()) && !belongTogether(one, other)) {
                            broken.add(one.id() + " over " + other.id());
                        }
                    })),
            rule("labels lie on nothing else", (model, broken) -> {
                List<Shape> labels = labels(model);
                pairs(labels, (one, other) -> {
                    if (one.box().intersects(other.box())) {
                        broken.add("labels of " + one.id() + " and " + other.id());
                    }
                });
                for (Shape label : labels) {
                    shapes(model).stream()
                            .filter(shape -> !(shape.element() instanceof SubProcess))
                            .filter(shape -> shape.box().intersects(label.box()))
                            .forEach(shape -> broken.add("label of " + label.id() + " on " + shape.id()));
                    edges(model).stream()
                            .filter(edge -> edge.segments().stream().anyMatch(line -> line.intersects(label.box())))
                            .forEach(edge -> broken.add("label of " + label.id() + " on " + edge.id()));
                }
            }),
            rule(
                    "the text of a task fits its box",
                    (model, broken) -> shapes(model).stream()
                            .filter(shape -> shape.element() instanceof FlowNode node
                                    && !(node instanceof Event || node instanceof Gateway))
                            .filter(shape ->
                                    !fits(String.valueOf(shape.element().getName()), shape.box()))
                            .forEach(shape -> broken.add(shape.id()))),
            rule("flows run at right angles from shape to shape", (model, broken) -> {
                for (Edge edge : edges(model)) {
                    if (edge.segments().stream()
                            .anyMatch(line -> line.getX1() != line.getX2() && line.getY1() != line.getY2())) {
                        broken.add(edge.id() + " is slanted");
                    }
                    List<Line2D> lines = edge.segments();
                    if (!touches(
                                    shape(model, edge.flow().getSource().getId()),
                                    lines.get(0).getX1(),
                                    lines.get(0).getY1())
                            || !touches(
                                    shape(model, edge.flow().getTarget().getId()),
                                    lines.get(lines.size() - 1).getX2(),
                                    lines.get(lines.size() - 1).getY2())) {
                        broken.add(edge.id() + " hangs loose");
                    }
                }
            }),
            rule(
                    "flows cross no shape",
                    (model, broken) -> edges(model)
                            .forEach(edge -> shapes(model).stream()
                                    .filter(shape -> !(shape.element() instanceof SubProcess))
                                    .filter(shape -> edge.segments().stream()
                                            .anyMatch(line -> line.intersects(shrunk(shape.box()))))
                                    .filter(shape -> !isHost(shape, edge.flow().getSource()))
                                    .forEach(shape -> broken.add(edge.id() + " through " + shape.id())))),
            rule(
                    "flows do not cross each other",
                    (model, broken) -> pairs(edges(model), (one, other) -> {
                        if (one.segments().stream()
                                        .anyMatch(line ->
                                                other.segments().stream().anyMatch(line::intersectsLine))
                                && !(one.flow().getTarget().equals(other.flow().getTarget())
                                        && one.end().equals(other.end()))
                                && !(one.flow().getSource().equals(other.flow().getSource())
                                        && one.start().equals(other.start()))) {
                            broken.add(one.id() + " across " + other.id());
                        }
                    })),
            rule(
                    "the way of a case without trouble is one straight line to the right",
                    (model, broken) -> Stream.concat(HAPPY_PATHS.values().stream(), TURNS_OF_LIFE.values().stream())
                            .map(path -> List.of(path.split(" ")))
                            .filter(path -> model.bpmn().getModelElementById(path.get(0)) != null
                                    && model.bpmn().getModelElementById(path.get(path.size() - 1)) != null)
                            .forEach(path -> IntStream.range(1, path.size()).forEach(i -> {
                                Rectangle2D from = shape(model, path.get(i - 1));
                                Rectangle2D to = shape(model, path.get(i));
                                if (from.getCenterY() != to.getCenterY()
                                        || from.getMaxX() >= to.getX()
                                        || model.bpmn().getModelElementById(path.get(i - 1) + "_" + path.get(i))
                                                == null) {
                                    broken.add(path.get(i - 1) + " to " + path.get(i));
                                }
                            }))));

    static Stream<Arguments> rulesAndModels() {
        return RULES.stream().flatMap(rule -> Models.processes().stream().map(model -> Arguments.of(rule, model)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rulesAndModels")
    void holds(Rule rule, Model model) {
        assertThat(rule.violations().apply(model)).isEmpty();
    }

    /** Each rule and a change to the picture of {@code mitId} that the rule must notice. */
    static Stream<Arguments> breaches() {
        String created = "(id=\"mitIdCreated_shape\"[^>]*>\\s*<dc:Bounds) x=\"[^\"]*\" y=\"[^\"]*\"";
        return Stream.of(
                breach(0, "<bpmndi:BPMNEdge id=\"mitIdWanted_verifyForMitId_edge\"[\\s\\S]*?</bpmndi:BPMNEdge>", ""),
                breach(1, "<bpmndi:BPMNLabel>[\\s\\S]*?</bpmndi:BPMNLabel>", ""),
                breach(2, created, "$1 x=\"480\" y=\"350\""),
                breach(3, "(<bpmndi:BPMNLabel>\\s*<dc:Bounds) x=\"[^\"]*\" y=\"[^\"]*\"", "$1 x=\"300\" y=\"230\""),
                breach(4, "name=\"Opret MitID\"", "name=\"Opret MitID hos Digitaliseringsstyrelsen\""),
                breach(5, created, "$1 x=\"900\" y=\"300\""),
                breach(6, created, "$1 x=\"430\" y=\"342\""),
                breach(7, "(id=\"verifyForMitId_mitIdDecided_edge\"[^>]*>)", "$1<di:waypoint x=\"650\" y=\"100\" />"),
                breach(8, created, "$1 x=\"752\" y=\"343\""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("breaches")
    void noticesABreach(Rule rule, String pattern, String replacement) {
        Model sound = Models.process("mit-id.bpmn");
        String xml = sound.xml().replaceAll(pattern, replacement);
        assertThat(xml).as("the model changed").isNotEqualTo(sound.xml());

        assertThat(rule.violations().apply(Model.of(sound.file(), xml))).isNotEmpty();
    }

    @Test
    void everyRuleHasABreach() {
        assertThat(breaches().map(arguments -> arguments.get()[0])).containsAll(RULES);
    }

    private record Shape(String id, FlowElement element, Rectangle2D box) {}

    private record Edge(String id, SequenceFlow flow, List<Line2D> segments) {

        java.awt.geom.Point2D start() {
            return segments.get(0).getP1();
        }

        java.awt.geom.Point2D end() {
            return segments.get(segments.size() - 1).getP2();
        }
    }

    private static Rule rule(String name, BiConsumer<Model, List<String>> check) {
        return new Rule(name, model -> {
            List<String> broken = new ArrayList<>();
            check.accept(model, broken);
            return broken;
        });
    }

    private static Arguments breach(int rule, String pattern, String replacement) {
        return Arguments.of(RULES.get(rule), pattern, replacement);
    }

    private static List<Shape> shapes(Model model) {
        return model.bpmn().getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> new Shape(
                        shape.getBpmnElement().getId(), (FlowElement) shape.getBpmnElement(), box(shape.getBounds())))
                .toList();
    }

    private static List<Edge> edges(Model model) {
        return model.bpmn().getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> {
                    List<Waypoint> points = List.copyOf(edge.getWaypoints());
                    List<Line2D> lines = new ArrayList<>();
                    for (int i = 1; i < points.size(); i++) {
                        lines.add(new Line2D.Double(
                                points.get(i - 1).getX(),
                                points.get(i - 1).getY(),
                                points.get(i).getX(),
                                points.get(i).getY()));
                    }
                    return new Edge(edge.getBpmnElement().getId(), (SequenceFlow) edge.getBpmnElement(), lines);
                })
                .toList();
    }

    private static List<Shape> labels(Model model) {
        Stream<Shape> ofShapes = model.bpmn().getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnLabel() != null)
                .map(shape -> new Shape(
                        shape.getBpmnElement().getId(),
                        (FlowElement) shape.getBpmnElement(),
                        box(shape.getBpmnLabel().getBounds())));
        Stream<Shape> ofEdges = model.bpmn().getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnLabel() != null)
                .map(edge -> new Shape(
                        edge.getBpmnElement().getId(),
                        (FlowElement) edge.getBpmnElement(),
                        box(edge.getBpmnLabel().getBounds())));
        return Stream.concat(ofShapes, ofEdges).toList();
    }

    private static Rectangle2D shape(Model model, String id) {
        return shapes(model).stream()
                .filter(shape -> shape.id().equals(id))
                .findAny()
                .orElseThrow()
                .box();
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Without the border, where flows end. */
    private static Rectangle2D shrunk(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() + 2, box.getY() + 2, box.getWidth() - 4, box.getHeight() - 4);
    }

    private static boolean touches(Rectangle2D box, double x, double y) {
        boolean onSide = (x == box.getMinX() || x == box.getMaxX()) && y >= box.getMinY() && y <= box.getMaxY();
        boolean onEnd = (y == box.getMinY() || y == box.getMaxY()) && x >= box.getMinX() && x <= box.getMaxX();
        return onSide || onEnd;
    }

    private static boolean isHost(Shape shape, FlowNode source) {
        return source instanceof BoundaryEvent event
                && event.getAttachedTo().getId().equals(shape.id());
    }

    private static boolean belongTogether(Shape one, Shape other) {
        return (one.element() instanceof FlowNode first && isHost(other, first))
                || (other.element() instanceof FlowNode second && isHost(one, second))
                || (one.element() instanceof SubProcess && one.box().contains(other.box()))
                || (other.element() instanceof SubProcess && other.box().contains(one.box()));
    }

    /** At 12 points a letter is about 6.3 wide and a line 15 high; the box has a margin of 5. */
    private static boolean fits(String text, Rectangle2D box) {
        int perLine = (int) ((box.getWidth() - 10) / 6.3);
        int lines = 1;
        int used = 0;
        for (String word : text.split(" ")) {
            if (word.length() > perLine) {
                return false;
            }
            if (used > 0 && used + 1 + word.length() > perLine) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
        }
        return lines <= 3;
    }

    private static <T> void pairs(List<T> all, BiConsumer<T, T> check) {
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                check.accept(all.get(i), all.get(j));
            }
        }
    }
}
