package dk.ics.intake.process;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything a process may know about a case: codes, yes or no, and where the case belongs. A variable that is not here
 * cannot be written, see {@link VariableGuard}.
 */
public enum RoutingVariable {
    CASE_REFERENCE("caseReference", Kind.CODE, Kept.WHILE_RUNNING),
    MUNICIPALITY("municipality", Kind.CODE, Kept.WHILE_RUNNING),
    MUNICIPALITY_NAME("municipalityName", Kind.NAME, Kept.WHILE_RUNNING),
    SERVICE("service", Kind.NAME, Kept.WHILE_RUNNING),

    CATEGORY("category", Kind.CODE, Kept.IN_HISTORY),
    CHANNEL("channel", Kind.CODE, Kept.IN_HISTORY),
    SERVICES("services", Kind.CODES, Kept.IN_HISTORY),
    VISITATION_RESULT("visitationResult", Kind.CODE, Kept.IN_HISTORY),
    REQUIRED_DOCUMENTS("requiredDocuments", Kind.CODES, Kept.IN_HISTORY),
    DOCUMENTS_COMPLETE("documentsComplete", Kind.YES_NO, Kept.IN_HISTORY),
    DUPLICATE_FOUND("duplicateFound", Kind.YES_NO, Kept.IN_HISTORY),
    MUNICIPALITY_CHANGED("municipalityChanged", Kind.YES_NO, Kept.IN_HISTORY),
    FACTS_CHANGED("factsChanged", Kind.YES_NO, Kept.IN_HISTORY),

    MUNICIPALITY_SERVED("municipalityServed", Kind.YES_NO, Kept.IN_HISTORY),
    AGREED_SERVICES("agreedServices", Kind.CODES, Kept.IN_HISTORY),
    DOUBTFUL_SERVICES("doubtfulServices", Kind.CODES, Kept.IN_HISTORY),
    STAY_LENGTH("stayLength", Kind.CODE, Kept.IN_HISTORY),
    AGE_BAND("ageBand", Kind.CODE, Kept.IN_HISTORY),
    HOLDS_RESIDENCE_DOCUMENT("holdsResidenceDocument", Kind.YES_NO, Kept.IN_HISTORY),
    CITIZEN_GROUP("citizenGroup", Kind.CODE, Kept.IN_HISTORY),
    RESIDENCE_PROOF("residenceProof", Kind.CODE, Kept.IN_HISTORY),
    EARLIER_NUMBER("earlierNumber", Kind.CODE, Kept.IN_HISTORY),
    CIVIL_STATUS("civilStatus", Kind.CODE, Kept.IN_HISTORY),
    RELATION("relation", Kind.CODE, Kept.IN_HISTORY),
    PARENT_STAYS_BEHIND("parentStaysBehind", Kind.YES_NO, Kept.IN_HISTORY),
    WANTS_TAX_CARD("wantsTaxCard", Kind.YES_NO, Kept.IN_HISTORY),
    WANTS_MIT_ID("wantsMitId", Kind.YES_NO, Kept.IN_HISTORY),
    WANTS_UNEMPLOYMENT_BENEFIT("wantsUnemploymentBenefit", Kind.YES_NO, Kept.IN_HISTORY),
    WANTS_GUIDANCE("wantsGuidance", Kind.YES_NO, Kept.IN_HISTORY),

    BY_HAND("byHand", Kind.YES_NO, Kept.IN_HISTORY),
    SIRI_ANSWER("siriAnswer", Kind.CODE, Kept.IN_HISTORY),
    CPR_MODE("cprMode", Kind.CODE, Kept.IN_HISTORY),
    CPR_ANSWER("cprAnswer", Kind.CODE, Kept.IN_HISTORY),
    DOCTOR_AVAILABLE("doctorAvailable", Kind.YES_NO, Kept.IN_HISTORY),
    HEALTH_CARD_ANSWER("healthCardAnswer", Kind.CODE, Kept.IN_HISTORY),
    CARD_ANSWER("cardAnswer", Kind.CODE, Kept.IN_HISTORY),
    MIT_ID_ANSWER("mitIdAnswer", Kind.CODE, Kept.IN_HISTORY),
    TAX_ANSWER("taxAnswer", Kind.CODE, Kept.IN_HISTORY),
    NIDC_ANSWER("nidcAnswer", Kind.CODE, Kept.IN_HISTORY),
    PROTECTION_WATCH("protectionWatch", Kind.CODE, Kept.WHILE_RUNNING),

    STOP_REASON("stopReason", Kind.CODE, Kept.IN_HISTORY),
    WITHDRAWAL_STAGE("withdrawalStage", Kind.CODE, Kept.IN_HISTORY),
    RELOCATION_STAGE("relocationStage", Kind.CODE, Kept.IN_HISTORY),
    DELIVERED_SERVICES("deliveredServices", Kind.CODES, Kept.IN_HISTORY),
    DEPARTURE_KIND("departureKind", Kind.CODE, Kept.IN_HISTORY),
    SECOND_PERSON_NEEDED("secondPersonNeeded", Kind.YES_NO, Kept.IN_HISTORY),
    CORRECTION_OUTCOME("correctionOutcome", Kind.CODE, Kept.AS_DECISION),
    CORRECTION_APPROVAL("correctionApproval", Kind.CODE, Kept.AS_DECISION),
    COMPLAINT_OUTCOME("complaintOutcome", Kind.CODE, Kept.AS_DECISION),
    COMPLAINT_AUTHORITY_DECISION("complaintAuthorityDecision", Kind.CODE, Kept.AS_DECISION),
    NOTICES_LEFT("noticesLeft", Kind.YES_NO, Kept.IN_HISTORY),
    NOTICE_TOLD("noticeTold", Kind.CODE, Kept.AS_DECISION),
    NOTICE_WAY("noticeWay", Kind.CODE, Kept.AS_DECISION),

    DUPLICATE_OUTCOME("duplicateOutcome", Kind.CODE, Kept.AS_DECISION),
    ASSESSMENT_OUTCOME("assessmentOutcome", Kind.CODE, Kept.AS_DECISION),
    DOCUMENTS_OUTCOME("documentsOutcome", Kind.CODE, Kept.AS_DECISION),
    ATTENDANCE_OUTCOME("attendanceOutcome", Kind.CODE, Kept.AS_DECISION),
    RESIDENCE_OUTCOME("residenceOutcome", Kind.CODE, Kept.AS_DECISION),
    SIRI_FOLLOW_UP("siriFollowUp", Kind.CODE, Kept.AS_DECISION),
    SIRI_ATTENDANCE("siriAttendance", Kind.CODE, Kept.AS_DECISION),
    SIRI_ATTENDANCE_FOLLOW_UP("siriAttendanceFollowUp", Kind.CODE, Kept.AS_DECISION),
    IDENTITY_OUTCOME("identityOutcome", Kind.CODE, Kept.AS_DECISION),
    DOUBT_OUTCOME("doubtOutcome", Kind.CODE, Kept.AS_DECISION),
    NIDC_BY_HAND("nidcByHand", Kind.CODE, Kept.AS_DECISION),
    NIDC_FOLLOW_UP("nidcFollowUp", Kind.CODE, Kept.AS_DECISION),
    HEARING_OUTCOME("hearingOutcome", Kind.CODE, Kept.AS_DECISION),
    REFUSAL_OUTCOME("refusalOutcome", Kind.CODE, Kept.AS_DECISION),
    NUMBER_FOUND("numberFound", Kind.YES_NO, Kept.AS_DECISION),
    EXISTING_NUMBER_OUTCOME("existingNumberOutcome", Kind.CODE, Kept.AS_DECISION),
    REGISTRATION_OUTCOME("registrationOutcome", Kind.CODE, Kept.AS_DECISION),
    NO_DOCTOR_OUTCOME("noDoctorOutcome", Kind.CODE, Kept.AS_DECISION),
    HEALTH_CARD_OUTCOME("healthCardOutcome", Kind.CODE, Kept.AS_DECISION),
    MIT_ID_OUTCOME("mitIdOutcome", Kind.CODE, Kept.AS_DECISION),
    HEALTH_CARD_BY_HAND("healthCardByHand", Kind.CODE, Kept.AS_DECISION),
    CARD_FOLLOW_UP("cardFollowUp", Kind.CODE, Kept.AS_DECISION),
    MIT_ID_RETURN("mitIdReturn", Kind.CODE, Kept.AS_DECISION),
    MIT_ID_BY_HAND("mitIdByHand", Kind.CODE, Kept.AS_DECISION),
    TAX_OUTCOME("taxOutcome", Kind.CODE, Kept.AS_DECISION),
    TAX_FOLLOW_UP("taxFollowUp", Kind.CODE, Kept.AS_DECISION),
    TAX_BY_HAND("taxByHand", Kind.CODE, Kept.AS_DECISION),
    TAX_REJECTION_OUTCOME("taxRejectionOutcome", Kind.CODE, Kept.AS_DECISION),
    BENEFIT_OUTCOME("benefitOutcome", Kind.CODE, Kept.AS_DECISION),
    GUIDANCE_OUTCOME("guidanceOutcome", Kind.CODE, Kept.AS_DECISION),

    SUPERVISION("supervision", Kind.CODE, Kept.IN_HISTORY),
    SUPERVISION_ITEM("supervisionItem", Kind.CODE, Kept.IN_HISTORY),
    PERIOD_FROM("periodFrom", Kind.CODE, Kept.IN_HISTORY),
    PERIOD_TO("periodTo", Kind.CODE, Kept.IN_HISTORY),
    SEED("seed", Kind.CODE, Kept.IN_HISTORY),
    CONTROLS_DRAWN("controlsDrawn", Kind.YES_NO, Kept.IN_HISTORY),
    FINDING("finding", Kind.CODE, Kept.AS_DECISION),
    FOLLOW_UP("followUp", Kind.CODE, Kept.AS_DECISION),

    ENQUIRY_TOPIC("enquiryTopic", Kind.CODE, Kept.IN_HISTORY),
    ENQUIRY_OUTCOME("enquiryOutcome", Kind.CODE, Kept.AS_DECISION),
    ENQUIRY_REFERRED_TO("enquiryReferredTo", Kind.CODE, Kept.IN_HISTORY),

    /** The engine's own counters of an activity that is done many times. */
    INSTANCES("nrOfInstances", Kind.COUNT, Kept.WHILE_RUNNING),
    ACTIVE_INSTANCES("nrOfActiveInstances", Kind.COUNT, Kept.WHILE_RUNNING),
    COMPLETED_INSTANCES("nrOfCompletedInstances", Kind.COUNT, Kept.WHILE_RUNNING),
    LOOP_COUNTER("loopCounter", Kind.COUNT, Kept.WHILE_RUNNING);

    /** What a variable may hold. */
    public enum Kind {
        /** One code of an agreed list. */
        CODE("[A-Za-z0-9-]{1,64}"),
        /** Codes with commas between them, perhaps none. */
        CODES("([A-Za-z0-9]{1,64}(,[A-Za-z0-9]{1,64}){0,31})?"),
        /** A name of ours that Tasklist shows: a municipality, a service. */
        NAME("[\\p{L}0-9 ,.-]{1,64}"),
        YES_NO(""),
        COUNT("");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }
    }

    private enum Kept {
        WHILE_RUNNING,
        IN_HISTORY,
        /** In history too; a person's answer, so a form never opens with the answer of last time. */
        AS_DECISION
    }

    private static final Map<String, RoutingVariable> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RoutingVariable::key, Function.identity()));

    private final String key;
    private final Kind kind;
    private final Kept kept;

    RoutingVariable(String key, Kind kind, Kept kept) {
        this.key = key;
        this.kind = kind;
        this.kept = kept;
    }

    /** The variable of that name, if it is on the list. */
    public static Optional<RoutingVariable> find(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(BY_KEY.get(key));
    }

    /** The name in process models, decisions and forms. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether its values are written to the engine's history. */
    public boolean keptInHistory() {
        return kept != Kept.WHILE_RUNNING;
    }

    /** Whether a person decides it anew in each task that asks for it. */
    public boolean isDecision() {
        return kept == Kept.AS_DECISION;
    }

    /** Whether a variable may have this value: null, yes or no, a count, or a text of the kind's form. */
    public boolean takes(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        return switch (kind) {
            case YES_NO -> value instanceof Boolean;
            case COUNT -> value instanceof Integer;
            default -> value instanceof String text && kind.form.matcher(text).matches();
        };
    }
}
