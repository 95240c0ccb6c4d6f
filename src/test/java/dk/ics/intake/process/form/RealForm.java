package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * A form of a real user task and fields of it that wrong input can be tried on.
 *
 * @param required a field that must be answered
 * @param text a field that takes text; where the form has none, a choice or a number
 * @param date a date, {@code list.column} in a list, empty where the form has none
 * @param shows answers, as {@code key=value}, that make these fields appear or that a script cannot give
 */
record RealForm(String process, String id, String account, String required, String text, String date, String... shows) {

    private static final Act ACT = Act.bySystem("test");

    static List<RealForm> tasks() {
        List<RealForm> forms = new ArrayList<>();
        String visitation = "visitation";
        forms.add(new RealForm("intake", "registerPerson", visitation, "familyName", "familyName", "birthDate"));
        forms.add(new RealForm("intake", "resolveDuplicate", visitation, "duplicateOutcome", "duplicateReason", ""));
        forms.add(new RealForm("intake", "assessApplication", visitation, "birthPlace", "city", "arrivalDate"));
        forms.add(new RealForm(
                "intake",
                "receiveDocuments",
                visitation,
                "documentsOutcome",
                "documentsNote",
                "receivedPapers.receivedOn"));
        forms.add(new RealForm(
                "intake", "bookAppointment", visitation, "appointmentAt", "appointmentNote", "appointmentAt"));
        forms.add(new RealForm(
                "intake",
                "checkIn",
                visitation,
                "attendanceOutcome",
                "attendanceNote",
                "",
                "attendanceOutcome=notComing"));
        forms.add(new RealForm("intake", "callUp", visitation, "desk", "desk", ""));
        String residence = "euResidence";
        forms.add(new RealForm(
                residence,
                "bookSiriAppointment",
                "sagsbehandler",
                "siriSubmittedOn",
                "siriAttendanceNote",
                "siriSubmittedOn"));
        forms.add(new RealForm(
                residence,
                "recordSiriAttendance",
                "sagsbehandler",
                "siriAttendance",
                "siriAttendanceNote",
                "siriAttendedOn"));
        forms.add(new RealForm(
                residence,
                "followUpSiriAttendance",
                "sagsbehandler",
                "siriAttendanceFollowUp",
                "siriAttendanceNote",
                "siriAttendedOn",
                "siriAttendanceFollowUp=attended"));
        forms.add(new RealForm(residence, "followUpSiri", "sagsbehandler", "siriFollowUp", "siriNote", ""));
        forms.add(new RealForm(
                residence,
                "recordResidenceDocument",
                "sagsbehandler",
                "residenceOutcome",
                "residenceDocumentNumber",
                "residenceIssuedOn"));
        String identity = "identityControl";
        forms.add(new RealForm(
                identity,
                "controlIdentity",
                "idkontrol",
                "answerDocumentGenuine",
                "controlNote",
                "identityDocumentExpiry",
                "mrzReading=none",
                "mrzMissingReason=Linjerne er slidt væk."));
        forms.add(new RealForm(
                identity,
                "examineDoubt",
                "specialist",
                "secondDocumentGenuine",
                "examinationFindings",
                "identityDocumentExpiry"));
        forms.add(new RealForm(identity, "sendToNidc", "specialist", "nidcByHand", "nidcNote", ""));
        forms.add(new RealForm(
                identity, "recordNidcAnswer", "specialist", "nidcResult", "nidcFinding", "nidcAnsweredOn"));
        forms.add(new RealForm(identity, "followUpNidc", "specialist", "nidcFollowUp", "nidcNote", ""));
        forms.add(new RealForm(
                identity, "hearParty", "specialist", "hearingChannel", "hearingGrounds", "hearingDeadline"));
        forms.add(new RealForm(
                identity,
                "recordHearingAnswer",
                "specialist",
                "hearingOutcome",
                "hearingAnswerText",
                "hearingAnswerOn"));
        forms.add(new RealForm(
                identity,
                "decideRefusal",
                "specialist",
                "approvalReason",
                "approvalReason",
                "identityDocumentExpiry",
                "refusalOutcome=approved"));
        String registration = "cprRegistration";
        forms.add(new RealForm(
                registration,
                "searchNumberManually",
                "sagsbehandler",
                "numberFound",
                "existingNumberName",
                "",
                "numberFound=true",
                "existingNumber=7705919998"));
        forms.add(new RealForm(
                registration,
                "confirmExistingNumber",
                "sagsbehandler",
                "existingNumberOutcome",
                "existingNumberReason",
                ""));
        forms.add(new RealForm(
                registration,
                "decideRegistration",
                "sagsbehandler",
                "housingProven",
                "residenceDocumentNumber",
                "registrationDate"));
        forms.add(new RealForm(
                registration,
                "recordCprNumber",
                "sagsbehandler",
                "cprAnswer",
                "cprRejection",
                "",
                "cprAnswer=rejected"));
        forms.add(new RealForm("healthCard", "chooseDoctor", "sagsbehandler", "insuranceGroup", "doctorNumber", ""));
        forms.add(new RealForm("healthCard", "handleNoDoctor", "sagsbehandler", "noDoctorOutcome", "noDoctorNote", ""));
        forms.add(new RealForm("healthCard", "assignDoctor", "sagsbehandler", "doctorNumber", "noDoctorNote", ""));
        forms.add(
                new RealForm("healthCard", "recordHealthCard", "sagsbehandler", "insuranceGroup", "noDoctorNote", ""));
        forms.add(new RealForm(
                "healthCardDelivery",
                "followUpHealthCard",
                "sagsbehandler",
                "cardFollowUp",
                "cardNote",
                "cardDeliveredOn"));
        forms.add(new RealForm(
                "mitId",
                "verifyForMitId",
                "sagsbehandler",
                "mitIdOutcome",
                "mitIdPostponeReason",
                "mitIdReturnOn",
                "mitIdOutcome=postpone"));
        forms.add(new RealForm(
                "mitId", "resumeMitId", "sagsbehandler", "mitIdReturn", "mitIdReturnNote", "", "mitIdReturn=guided"));
        forms.add(new RealForm(
                "mitId", "recordMitId", "sagsbehandler", "mitIdByHand", "mitIdRejection", "", "mitIdByHand=rejected"));
        String tax = "taxApplication";
        forms.add(new RealForm(tax, "checkTaxApplication", "sagsbehandler", "taxFormSigned", "employer", "jobStart"));
        forms.add(new RealForm(tax, "forwardTaxManually", "sagsbehandler", "taxByHand", "taxNote", ""));
        forms.add(new RealForm(tax, "followUpTaxReceipt", "sagsbehandler", "taxFollowUp", "taxNote", ""));
        forms.add(new RealForm(
                tax, "handleTaxRejection", "sagsbehandler", "taxRejectionOutcome", "taxRejectionNote", ""));
        forms.add(new RealForm(
                "unemploymentBenefit",
                "registerUnemploymentBenefit",
                "bif",
                "u2Institution",
                "u2Institution",
                "u2From"));
        forms.add(new RealForm("guidance", "guideCitizen", "bif", "guidanceHow", "guidanceNote", "guidanceGivenOn"));
        forms.add(new RealForm(
                "correction", "correctData", "sagsbehandler", "newFamilyName", "newFamilyName", "newBirthDate"));
        forms.add(new RealForm(
                "correction",
                "approveCorrection",
                "sagsbehandler",
                "correctionApproval",
                "correctionApprovalNote",
                "",
                "correctionApproval=reject"));
        String complaint = "complaint";
        forms.add(new RealForm(
                complaint,
                "reconsiderDecision",
                "sagsbehandler",
                "complaintReasons",
                "complaintReasons",
                "complaintDecisionOn",
                "complaintOutcome=upheld"));
        forms.add(new RealForm(
                complaint,
                "recordComments",
                "sagsbehandler",
                "complaintComments",
                "complaintComments",
                "complaintCommentsOn",
                "complaintCommentsGiven=given"));
        forms.add(new RealForm(
                complaint,
                "forwardComplaint",
                "sagsbehandler",
                "complaintSentWay",
                "complaintSentTo",
                "complaintSentOn"));
        forms.add(new RealForm(
                complaint,
                "recordComplaintDecision",
                "sagsbehandler",
                "complaintAuthorityDecisionOn",
                "complaintAuthorityNote",
                "complaintAuthorityDecisionOn",
                "complaintAuthorityDecision=upheld"));
        forms.add(new RealForm(
                "supervisionItem",
                "reviewControl",
                "tilsyn",
                "finding",
                "findingText",
                "followUpDue",
                "finding=error",
                "followUp=recontrol"));
        forms.add(new RealForm("supervisionItem", "closeFinding", "tilsyn", "recontrolEnd", "closingText", ""));
        forms.add(new RealForm(
                "identityRecontrol",
                "recontrolIdentity",
                "idkontrol2",
                "recontrolPossible",
                "controlNote",
                "identityDocumentExpiry",
                "recontrolPossible=yes"));
        forms.add(new RealForm("authorityNotice", "informAuthority", "sagsbehandler", "noticeWay", "noticeWay", ""));
        return forms;
    }

    /** The forms with which something begins. */
    static List<RealForm> starts() {
        return List.of(
                new RealForm("intake", "enquiryReceived", "visitation", "category", "channel", ""),
                new RealForm("enquiry", "enquiryRegistered", "sagsbehandler", "enquiryTopic", "channel", ""),
                new RealForm(
                        "withdrawal",
                        "withdrawalReported",
                        "visitation",
                        "withdrawnBy",
                        "withdrawalNote",
                        "withdrawalReceivedOn"),
                new RealForm(
                        "relocation",
                        "relocationReported",
                        "visitation",
                        "relocationMunicipality",
                        "relocationNote",
                        "relocatedOn"),
                new RealForm(
                        "correction", "correctionRequested", "sagsbehandler", "correctionKind", "correctionReason", ""),
                new RealForm(
                        "departure",
                        "departureReported",
                        "visitation",
                        "departureKind",
                        "departureNote",
                        "departureDate"),
                new RealForm(
                        "complaint",
                        "complaintReceived",
                        "sagsbehandler",
                        "complaintDecision",
                        "complaintText",
                        "complaintReceivedOn"),
                new RealForm("controlSupervision", "supervisionRequested", "tilsyn", "periodFrom", "seed", "periodTo"));
    }

    /** Begins the process of a new case right before the task; the account has taken it. */
    String open(ProcessEngine engine, CaseFile caseFile) {
        CaseReference reference = TestCases.euWorker(caseFile);
        caseFile.write(
                reference,
                Map.of(
                        "identityDocumentExpiry",
                        LocalDate.of(2031, 5, 1),
                        "correctionKind",
                        "identity",
                        "offeredDoctors",
                        List.of(Map.of("number", "012345", "name", "Lægehuset", "address", "Vej 1"))),
                ACT);
        TestCases.complaintUpheld(caseFile, reference);
        return open(engine, reference);
    }

    String open(ProcessEngine engine, CaseReference reference) {
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(reference.value())
                .setVariables(Map.of("caseReference", reference.value(), "municipality", "0147"))
                .startBeforeActivity(id)
                .execute();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        engine.getTaskService().setAssignee(task.getId(), account);
        return task.getId();
    }

    /** The answers that make the fields appear. */
    Map<String, String> showing() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String answer : shows) {
            answers.put(answer.substring(0, answer.indexOf('=')), answer.substring(answer.indexOf('=') + 1));
        }
        return answers;
    }

    /** The form-js type of a field of the form; in groups, but not in lists. */
    static String type(JsonNode form, String key) {
        for (JsonNode component : form.path("components")) {
            if (component.path("key").asText(component.path("path").asText()).equals(key)) {
                return component.path("type").asText();
            }
            String inside = component.path("type").asText().equals("group") ? type(component, key) : "";
            if (!inside.isEmpty()) {
                return inside;
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return id;
    }
}
