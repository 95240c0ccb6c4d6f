package dk.ics.intake.evidence;

import dk.ics.intake.evidence.WatchedTable.Key;
import dk.ics.intake.evidence.WatchedTable.Owner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables under watch. Each has a line here and one in a migration: {@code select ics.watch_evidence('ics.training',
 * 'r.id')}. A table that gets a further column gets a call of {@link #with}; what a list says already stays.
 *
 * <p>Not among the columns: those the database makes itself, the engine's revision counters, names, addresses and log-in
 * counters of users, and the content of documents, which is held by its SHA-256 in the row.
 */
final class WatchedTables {

    private static final Owner LETTER =
            new Owner("left join ics.document d on d.id = t.document_id", "d.case_reference");
    private static final Owner ANSWERED =
            new Owner("left join ics.forwarding f on f.id = t.forwarding_id", "f.case_reference");

    private static final Map<String, WatchedTable> TABLES = new WatchedTables().tables;

    private final Map<String, WatchedTable> tables = new LinkedHashMap<>();

    private WatchedTables() {
        history();
        cases();
        controls();
        supervision();
        verifications();
        marks();
        rights();
        enquiries();
        with("ics.person", "stated_zone");
        with("ics.visitation", "appointment_state appointment_sequence siri_place no_shows");
        with("ics.letter", "to_print printed_at printed_by");
    }

    static List<WatchedTable> all() {
        return List.copyOf(TABLES.values());
    }

    /** @throws IllegalStateException if the database watches a table that is not known here */
    static WatchedTable named(String name) {
        WatchedTable table = TABLES.get(name);
        if (table == null) {
            throw new IllegalStateException("Table " + name + " is watched, but its columns are not in WatchedTables");
        }
        return table;
    }

    /** Whether digests of its rows have a salt; a table that nobody knows has none. */
    static boolean isSalted(String name) {
        WatchedTable table = TABLES.get(name);
        return table != null && table.salted();
    }

    /** What the engine keeps of tasks, steps, decisions and operations: codes, ids and times. */
    private void history() {
        plain("act_hi_actinst", "id_:varchar", Owner.INSTANCE, """
                    id_ parent_act_inst_id_ proc_def_key_ proc_def_id_ root_proc_inst_id_ proc_inst_id_
                    execution_id_ act_id_ task_id_ call_proc_inst_id_ call_case_inst_id_ act_name_ act_type_
                    assignee_ start_time_ end_time_ duration_ act_inst_state_ sequence_counter_ tenant_id_
                    removal_time_
                    """);
        plain("act_hi_decinst", "id_:varchar", Owner.INSTANCE, """
                    id_ dec_def_id_ dec_def_key_ dec_def_name_ proc_def_key_ proc_def_id_ proc_inst_id_
                    case_def_key_ case_def_id_ case_inst_id_ act_inst_id_ act_id_ eval_time_ removal_time_
                    collect_value_ user_id_ root_dec_inst_id_ root_proc_inst_id_ dec_req_id_ dec_req_key_
                    tenant_id_
                    """);
        plain("act_hi_op_log", "id_:varchar", Owner.INSTANCE, """
                    id_ deployment_id_ proc_def_id_ proc_def_key_ root_proc_inst_id_ proc_inst_id_ execution_id_
                    case_def_id_ case_inst_id_ case_execution_id_ task_id_ job_id_ job_def_id_ batch_id_ user_id_
                    timestamp_ operation_type_ operation_id_ entity_type_ property_ org_value_ new_value_
                    tenant_id_ removal_time_ category_ external_task_id_ annotation_
                    """);
        plain("act_hi_procinst", "id_:varchar", Owner.column("business_key_"), """
                    id_ proc_inst_id_ business_key_ proc_def_key_ proc_def_id_ start_time_ end_time_ removal_time_
                    duration_ start_user_id_ start_act_id_ end_act_id_ super_process_instance_id_
                    root_proc_inst_id_ super_case_instance_id_ case_inst_id_ delete_reason_ tenant_id_ state_
                    restarted_proc_inst_id_
                    """);
        plain("act_hi_taskinst", "id_:varchar", Owner.INSTANCE, """
                    id_ task_def_key_ proc_def_key_ proc_def_id_ root_proc_inst_id_ proc_inst_id_ execution_id_
                    case_def_key_ case_def_id_ case_inst_id_ case_execution_id_ act_inst_id_ name_ parent_task_id_
                    description_ owner_ assignee_ start_time_ end_time_ duration_ delete_reason_ priority_
                    due_date_ follow_up_date_ tenant_id_ removal_time_ task_state_
                    """);
    }

    /** Everything that is known and was done about a person, and what authorities were told and said. */
    private void cases() {
        salted(
                "ics.address_protection",
                "case_reference:text",
                Owner.column("case_reference"),
                "case_reference address_protection address_protection_from address_protection_until");
        salted("ics.benefit", "case_reference:text", Owner.column("case_reference"), """
                    case_reference u2_pin u2_birth_name u2_from u2_period_end u2_until u2_max_days u2_register_by
                    u2_additional_information u2_institution u2_institution_country benefit_registered_on
                    jobnet_cv_told obligations_told institution_told benefit_refusal_reason benefit_decision
                    benefit_decided_by benefit_decided_at
                    """);
        salted(
                "ics.case_file",
                "reference:text",
                Owner.column("reference"),
                "reference municipality category channel status opened_at closed_at outcome");
        salted("ics.complaint", "case_reference:text", Owner.column("case_reference"), """
                    case_reference complaint_decision complaint_received_on complaint_channel complaint_text
                    complaint_decision_on complaint_late complaint_outcome complaint_reasons
                    complaint_reconsidered_by complaint_reconsidered_at complaint_comments_due
                    complaint_comments_given complaint_comments_on complaint_comments complaint_sent_to
                    complaint_sent_way complaint_sent_on complaint_authority_decision
                    complaint_authority_decision_on complaint_authority_case complaint_authority_note
                    """);
        salted(
                "ics.correction",
                "id:bigint",
                Owner.column("case_reference"),
                "id case_reference field before after needs_second reason corrected_by approved_by corrected_at");
        salted("ics.correction_request", "case_reference:text", Owner.column("case_reference"), """
                    case_reference correction_kind correction_reason new_family_name new_given_names new_sex
                    new_birth_date new_citizenship new_identity_document_type new_identity_document_state
                    new_identity_document_number new_identity_document_expiry new_marital_status
                    new_marital_status_date new_marital_status_authority new_address_line new_postal_code new_city
                    new_co_name new_email new_phone new_employer new_job_start correction_evidence
                    correction_refusal_reason corrected_by correction_approval_note correction_approved_by
                    """);
        salted(
                "ics.deadline",
                "case_reference:text code:text",
                Owner.column("case_reference"),
                "case_reference code due met_at");
        salted("ics.departure", "case_reference:text", Owner.column("case_reference"), """
                    case_reference departure_kind departure_date departure_reported_by departure_note
                    departure_decided_at
                    """);
        salted("ics.document", "id:uuid", Owner.column("case_reference"), """
                    id case_reference type_code file_name content_type size sha256 received_on seen_in_original
                    source recorded_at recorded_by
                    """);
        salted(
                "ics.former_answers",
                "id:bigint",
                Owner.column("case_reference"),
                "id case_reference field_set answers superseded_at superseded_by");
        salted("ics.forwarding", "id:uuid", Owner.column("case_reference"), """
                    id case_reference authority step attempt idempotency_key process_instance_id state prepared_at
                    sent_at answered_at
                    """);
        salted("ics.guidance", "case_reference:text", Owner.column("case_reference"), """
                    case_reference topic_labour_rights topic_job_search topic_unemployment_fund topic_unions
                    topic_skills topic_other guidance_given_on guidance_how guidance_note guidance_not_given_reason
                    guidance_decision guidance_by guidance_recorded_at
                    """);
        salted("ics.healthcard", "case_reference:text", Owner.column("case_reference"), """
                    case_reference offered_doctors insurance_group doctor_number doctor_name doctor_address
                    insurance_country temporary_certificate no_doctor_note health_card_order_number
                    health_card_ordered_at temporary_certificate_issued_on card_delivered_on card_note
                    """);
        salted("ics.identity", "case_reference:text", Owner.column("case_reference"), """
                    case_reference mrz_reading mrz mrz_missing_reason person_present original_presented
                    document_genuine photo_matches details_match document_legible control_result doubt_reason
                    control_note controlled_by controlled_at procedure_version nidc_statement nidc_case_number
                    second_original_presented second_document_genuine second_photo_matches second_details_match
                    examination_findings examination_result examined_by examined_at hearing_text hearing_deadline
                    hearing_channel heard_by heard_at hearing_answer hearing_answer_text approval_requirements
                    approval_reason refusal_reason complaint_guidance identity_decision identity_decided_by
                    identity_decided_at control_no
                    hearing_grounds hearing_sent_at hearing_answer_on
                    """);
        salted(
                "ics.journal",
                "id:bigint",
                Owner.column("case_reference"),
                "id case_reference at user_id act_code outcome description changed_keys");
        salted(
                "ics.letter",
                "message_id:text",
                Owner.column("case_reference"),
                "case_reference step number message_id state prepared_at mailed_at");
        salted("ics.letter_document", "document_id:uuid", LETTER, "document_id message_id");
        salted("ics.mitid", "case_reference:text", Owner.column("case_reference"), """
                    case_reference mit_id_proofing mit_id_supporting_document mit_id_level authenticator
                    witness_name witness_document witness_adult witness_mit_id_days witness_times
                    mit_id_postpone_reason mit_id_refusal_reason mit_id_decision mit_id_verified_by
                    mit_id_verified_at mit_id_number mit_id_rejection mit_id_created_at mit_id_document
                    guardian_consent witness_birth_date mit_id_return_on mit_id_return_note
                    mit_id_complaint_guidance
                    """);
        salted("ics.note", "id:uuid", Owner.column("case_reference"), "id case_reference at user_id body");
        salted(
                "ics.notice",
                "id:uuid",
                Owner.column("case_reference"),
                "id case_reference kind authority number keys prepared_at refusal way told_at told_by");
        salted("ics.person", "case_reference:text", Owner.column("case_reference"), """
                    case_reference family_name given_names sex birth_date birth_place birth_country citizenship
                    identity_document_type identity_document_state identity_document_number
                    identity_document_expiry foreign_personal_number danish_personal_number previous_address
                    previous_country arrival_date planned_stay planned_departure_date address_line postal_code city
                    co_name housing_basis housing_from marital_status marital_status_date marital_status_authority
                    church_member relatives email phone language employer job_start weekly_hours wants_tax_card
                    wants_mit_id holds_residence_document wants_unemployment_benefit wants_guidance
                    relation_to_applicant previously_resident
                    """);
        salted(
                "ics.receipt",
                "id:bigint",
                ANSWERED,
                "id authority receipt_id forwarding_id kind payload received_at applied_at");
        salted("ics.registration", "case_reference:text", Owner.column("case_reference"), """
                    case_reference existing_number existing_number_name existing_number_address
                    existing_number_decision existing_number_reason housing_proven registration_date
                    registration_decision registration_refusal_reason registration_decided_by
                    registration_decided_at cpr_number cpr_rejection registered_at
                    """);
        salted(
                "ics.relocation",
                "case_reference:text",
                Owner.column("case_reference"),
                "case_reference relocation_municipality relocated_on relocation_note");
        salted("ics.residence", "case_reference:text", Owner.column("case_reference"), """
                    case_reference siri_note siri_decision residence_document_number residence_ground
                    residence_issued_on residence_refusal_reason residence_decision residence_recorded_by
                    residence_recorded_at siri_submitted_on siri_appointment_at siri_attended_on
                    siri_attendance_note
                    """);
        salted("ics.tax", "case_reference:text", Owner.column("case_reference"), """
                    case_reference tax_form_signed tax_contract_signed tax_identity_copied tax_copies_legible
                    tax_guidance tax_note tax_rejection tax_rejection_note tax_decision tax_checked_by
                    tax_checked_at tax_receipt_number tax_forwarded_at tax_marriage_included tax_permit_included
                    tax_sent_how
                    """);
        salted("ics.visitation", "case_reference:text", Owner.column("case_reference"), """
                    case_reference missing_documents duplicate_reason assessment assessed_by assessed_at
                    assessment_note request_message referred_to referral_reason documents_note received_papers
                    appointment_at appointment_note checked_in_at attendance_note called_up_at desk chosen_services
                    services_reason corrected_facts
                    """);
        salted("ics.withdrawal", "case_reference:text", Owner.column("case_reference"), """
                    case_reference withdrawn_by withdrawal_channel withdrawal_received_on withdrawal_note
                    withdrawal_stage withdrawal_decided_at
                    """);
    }

    /** The controls of identity, what they followed and who may make them. */
    private void controls() {
        salted("ics.control", "case_reference:text control_no:integer", Owner.column("case_reference"), """
                    case_reference control_no municipality controlled_by controlled_at procedure_version decision_version
                    document_type issuing_group citizen_group age_band presentation photo_reason difference_explanation
                    requirements result
                    """);
        salted(
                "ics.control_requirement",
                "case_reference:text control_no:integer requirement:text",
                Owner.column("case_reference"),
                "case_reference control_no requirement answer reason");
        salted(
                "ics.control_difference",
                "case_reference:text control_no:integer field:text",
                Owner.column("case_reference"),
                "case_reference control_no field zone application");
        salted(
                "ics.control_training",
                "case_reference:text control_no:integer training_id:uuid",
                Owner.column("case_reference"),
                "case_reference control_no training_id course completed_on valid_until");
        salted("ics.nidc", "case_reference:text", Owner.column("case_reference"), """
                    case_reference nidc_question nidc_material nidc_asked_by nidc_asked_at nidc_forwarded_at nidc_sent_how
                    nidc_document_number nidc_result nidc_reference nidc_journal_number nidc_finding nidc_answered_on
                    nidc_recorded_by nidc_document_returned nidc_note
                    """);
        plain("ics.procedure", "number:bigint", Owner.NONE, """
                    number version title changes decision_version valid_from put_in_force_by put_in_force_at
                    """);
        plain("ics.course", "number:bigint", Owner.NONE, """
                    number code title required_for months recorded_by recorded_at
                    """);
        plain("ics.training", "id:uuid", Owner.NONE, """
                    id user_id course completed_on valid_until recorded_by recorded_at
                    """);
        salted("ics.training_revocation", "training_id:uuid", Owner.NONE, "training_id reason revoked_by revoked_at");
    }

    /** What was looked at afterwards, found and followed up. */
    private void supervision() {
        plain("ics.supervision", "number:bigint", Owner.NONE, """
                    number period_from period_to seed seed_given sample_version population started_by drawn_at
                    """);
        plain(
                "ics.supervision_stratum",
                "supervision:bigint municipality:text controlled_by:text",
                Owner.NONE,
                "supervision municipality controlled_by controls risks sample_size");
        plain("ics.supervision_item", "supervision:bigint item_no:integer", Owner.NONE, """
                    supervision item_no case_reference control_no municipality controlled_by reason risks
                    """);
        salted(
                "ics.supervision_review",
                "supervision:bigint item_no:integer",
                Owner.NONE,
                "supervision item_no reviewed_by reviewed_at finding text");
        plain(
                "ics.supervision_follow_up",
                "supervision:bigint item_no:integer kind:text",
                Owner.NONE,
                "supervision item_no kind employee course due ordered_by ordered_at");
        salted("ics.supervision_recontrol", "supervision:bigint item_no:integer", Owner.NONE, """
                    supervision item_no case_reference control_no impossible_reason doubt_reason note made_by made_at
                    """);
        salted("ics.supervision_follow_up_end", "supervision:bigint item_no:integer kind:text", Owner.NONE, """
                    supervision item_no kind result control_no training_id text ended_by ended_at
                    """);
        plain("ics.supervision_end", "supervision:bigint", Owner.NONE, "supervision ended_at");
    }

    /** When the ledger itself was verified. */
    private void verifications() {
        plain(
                "ics.evidence_verification",
                "id:uuid",
                Owner.NONE,
                "id started_by started_at ended_at entries holds findings");
    }

    /** What says that the figures of a database are not of real work. */
    private void marks() {
        plain("ics.multiplication", "round:integer", Owner.NONE, "round first_copy last_copy entries made_at");
    }

    /** Who is a user, what he may, and who is served here. */
    private void rights() {
        plain("act_id_group", "id_:varchar", Owner.NONE, "id_ name_ type_");
        plain("act_id_membership", "user_id_:varchar group_id_:varchar", Owner.NONE, "user_id_ group_id_");
        plain("act_id_tenant_member", "id_:varchar", Owner.NONE, "id_ tenant_id_ user_id_ group_id_");
        plain("act_id_user", "id_:varchar", Owner.NONE, "id_ pwd_ salt_");
        plain("act_ru_authorization", "id_:varchar", Owner.NONE, """
                    id_ type_ group_id_ user_id_ resource_type_ resource_id_ perms_ removal_time_
                    root_proc_inst_id_
                    """);
        plain(
                "ics.agreement",
                "id:uuid",
                Owner.NONE,
                "id municipality category service valid_from valid_to reservation");
        plain(
                "ics.agreement_change",
                "id:bigint",
                Owner.NONE,
                "id agreement_id at user_id act municipality category service valid_from valid_to reservation");
    }

    /** What citizens ask; it knows no person. */
    private void enquiries() {
        plain("ics.enquiry", "id:uuid", Owner.NONE, "id at user_id channel topic outcome referred_to case_reference");
    }

    private void plain(String name, String key, Owner owner, String columns) {
        add(name, key, owner, false, columns);
    }

    private void salted(String name, String key, Owner owner, String columns) {
        add(name, key, owner, true, columns);
    }

    private void add(String name, String key, Owner owner, boolean salted, String columns) {
        List<Key> keys = Arrays.stream(key.split(" "))
                .map(part -> new Key(part.substring(0, part.indexOf(':')), part.substring(part.indexOf(':') + 1)))
                .toList();
        tables.put(name, new WatchedTable(name, keys, owner, salted, List.of(words(columns))));
    }

    /** A table above has got further columns: from now on its digests are over these too. */
    private void with(String name, String columns) {
        tables.computeIfPresent(name, (known, table) -> {
            List<String> all = new ArrayList<>(table.versions().get(table.version() - 1));
            all.addAll(words(columns));
            List<List<String>> versions = new ArrayList<>(table.versions());
            versions.add(List.copyOf(all));
            return new WatchedTable(known, table.key(), table.owner(), table.salted(), List.copyOf(versions));
        });
    }

    private static List<String> words(String columns) {
        return List.of(columns.strip().split("\\s+"));
    }
}
