/** The control record of a case as the server answers it, drawn for reading. */
import {day, el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {isoDay} from './days.js?v=bc11de93';
import {count, facts, marked, table, who} from './view.js?v=933a6a8c';

export function drawRecord(record) {
  return [
    marked(record.notice),
    part('Kort fortalt', inShort(record)),
    part('Borgeren', subject(record.subject)),
    ...(record.controls.length ? record.controls.map(control) : [part('Kontrol', nothing('Der er ikke udført nogen identitetskontrol i sagen.'))]),
    part('Fire øjne', fourEyes(record)),
    ...record.looks.map(look),
    ...record.referrals.map(referral),
    part('Tilsyn', record.supervision.length ? record.supervision.map(supervised) : nothing('Ingen kontrol i sagen er udtaget til tilsyn.')),
    part('Dokumenter', documents(record.documents)),
    part('Bevis', ledger(record))
  ].filter(Boolean);
}

function part(title, ...content) {
  return el('section', {class: 'ics-part'}, el('h3', {}, title), content.flat(Infinity).filter(Boolean));
}

function under(title, ...content) {
  return [el('h4', {}, title), ...content];
}

function nothing(text) {
  return el('p', {class: 'ics-nothing'}, text);
}

/** What an auditor asks first, each answered where it can be seen at once; of the control the case rests on. */
function inShort({controls, looks, supervision, lastVerification}) {
  const last = controls.at(-1);
  if (!last) {
    return nothing('Der er ikke udført nogen identitetskontrol i sagen.');
  }
  return facts([
    ['Afgørelse', decided(last, last.result.code === 'doubt' ? looks.at(-1) : undefined)],
    ['Dokument', [last.documentType, last.presentation?.label.toLowerCase()].filter(Boolean).join(', ')],
    ['Forretningsgang', `Udgave ${last.procedureVersion}`],
    ['Minimumskrav', lacking(last)],
    ['Uddannet den dag', trained(last)],
    ['Tilsyn', overseen(supervision.filter(({control: number}) => number === last.number))],
    ['Ændret bagefter', changed(last, lastVerification)]
  ]);
}

function decided(one, look) {
  if (look?.decision) {
    return `${look.decision.label} af ${who(look.decidedBy)} ${moment(look.decidedAt)}`;
  }
  if (look?.result?.code === 'approved') {
    return `${look.result.label} af ${who(look.examinedBy)} ${moment(look.examinedAt)}`;
  }
  return one.result.code === 'doubt' ? 'Tvivl, som ikke er afgjort' : `${one.result.label} af ${who(one.controlledBy)} ${moment(one.controlledAt)}`;
}

function lacking({answers: given, result}) {
  const of = (code) => given.filter(({answer}) => answer.code === code).length;
  const [none, notMet, notRelevant] = [of('none'), of('notMet'), of('notRelevant')];
  const told = [none && `${count(none, 'krav', 'krav')} uden svar`, notMet && `${count(notMet, 'krav', 'krav')} ikke opfyldt`].filter(Boolean).join(', ');
  return told ? el('span', {class: none || result.code === 'approved' ? 'ics-bad' : 'ics-noteworthy'}, told) : `Alle ${given.length} besvaret${notRelevant ? `, ${notRelevant} ikke relevante` : ' og opfyldt'}`;
}

/** @returns whether one of the trainings held that day and was not revoked since */
function trained({number, controlledBy, controlledAt, training: held}) {
  const on = isoDay(controlledAt);
  const valid = held.find(({revokedAt, completedOn, validUntil}) => !revokedAt && completedOn <= on && on <= validUntil);
  if (valid) {
    return `Ja, ${who(controlledBy)}: ${valid.course.label}, gyldig til ${day(valid.validUntil)}`;
  }
  return number ? el('span', {class: 'ics-bad'}, held.some(({revokedAt}) => revokedAt) ? 'Nej, uddannelsen er trukket tilbage' : 'Nej') : 'Blev ikke gemt med kontrollen';
}

function overseen(samples) {
  const last = samples.at(-1);
  if (!last) {
    return 'Ikke udtaget til tilsyn';
  }
  return last.reviewedAt ? `${last.finding.label}, gennemgået af ${who(last.reviewedBy)} ${moment(last.reviewedAt)}` : `Udtaget til tilsyn nr. ${last.supervision}, ikke gennemgået endnu`;
}

/** What a verification of before the control said, it did not say of the control. */
function changed({controlledAt}, last) {
  if (!last || last.startedAt < controlledAt) {
    return 'Kontrolsporet er ikke efterprøvet siden kontrollen';
  }
  return last.holds
    ? `Nej, intet er ændret. Efterprøvet ${moment(last.startedAt)}`
    : el('span', {class: 'ics-bad'}, `Der er fundet fejl i kontrolsporet ${moment(last.startedAt)}. Tilsynet ser under »Ægthed«, om de er i denne sag`);
}

function subject(one) {
  return facts([
    ['Navn', one.name],
    ['Født', day(one.birthDate)],
    ['Statsborgerskab', one.citizenship],
    ['Kommune', one.municipality.label],
    ['Sagens legitimation', one.documentType],
    ['Udstedt af', one.documentState],
    ['Nummer', one.documentNumber],
    ['Gyldig til', day(one.documentExpiry)]
  ]);
}

function control(one) {
  const title = one.number ? `Kontrol ${one.number}: ${one.result.label.toLowerCase()}` : `Kontrol før kontrolregistret: ${one.result.label.toLowerCase()}`;
  const procedure = [`udgave ${one.procedureVersion}`, one.procedureTitle, one.procedureFrom && `gældende fra ${day(one.procedureFrom)}`];
  return part(
    title,
    facts([
      ['Udført af', who(one.controlledBy)],
      ['Tidspunkt', moment(one.controlledAt)],
      ['Kommune', one.municipality.label],
      ['Anledning', one.ofSupervision && `Ny kontrol efter tilsyn nr. ${one.ofSupervision}`],
      ['Forretningsgang', procedure.filter(Boolean).join(', ')],
      ['Undersøgt dokument', one.documentType],
      ['Udstedt af', one.issuingGroup?.label],
      ['Borgerens statsborgerskab', one.citizenGroup?.label],
      ['Alder', one.ageBand?.label],
      ['Forevist som', one.presentation?.label],
      ['Begrundelse for foto', one.photoReason]
    ]),
    under('Minimumskrav', answers(one.answers)),
    under('Forskelle mellem dokument og ansøgning', ...differences(one)),
    under('Medarbejderens uddannelse på tidspunktet', training(one))
  );
}

function answers(given) {
  return table(
    'Minimumskrav',
    ['Krav', 'Svar', 'Begrundelse'],
    given.map(({requirement, answer, reason}) => [requirement.label, el('span', {class: answer.code === 'met' ? 'ics-good' : 'ics-noteworthy'}, answer.label), reason ?? ''])
  );
}

function differences(one) {
  if (!one.number) {
    return [nothing('Forskelle blev ikke gemt, da kontrollen blev udført.')];
  }
  return one.differences.length
    ? [
        table(
          'Forskelle',
          ['Oplysning', 'I dokumentet', 'I ansøgningen'],
          one.differences.map(({field, zone, application}) => [field.label, zone, application])
        ),
        el('p', {}, el('strong', {}, 'Forklaring: '), one.explanation ?? 'Ingen forklaring.')
      ]
    : [nothing('Der var ingen forskelle.')];
}

function training(one) {
  return one.training.length
    ? table(
        'Uddannelse',
        ['Kursus', 'Gennemført', 'Gyldig til'],
        one.training.map((held) => [held.revokedAt ? `${held.course.label} (trukket tilbage ${moment(held.revokedAt)})` : held.course.label, day(held.completedOn), day(held.validUntil)])
      )
    : el('p', {class: 'ics-noteworthy'}, 'Ingen gyldig uddannelse er gemt med kontrollen.');
}

function fourEyes({fourEyes: verdict, steps}) {
  return [
    el('p', {}, verdict.label),
    steps.length > 0 &&
      table(
        'Hvem gjorde hvad',
        ['Tidspunkt', 'Hvad', 'Hvem', 'Resultat'],
        steps.map((step) => [moment(step.at), step.act.label, who(step.by), step.outcome?.label ?? ''])
      )
  ];
}

function look(one) {
  return part(
    'Tvivl',
    facts([
      ['Hvad tvivlen var', one.doubt],
      ['Undersøgt af', who(one.examinedBy)],
      ['Undersøgt', moment(one.examinedAt)],
      ['Resultat', one.result?.label],
      ['Specialistens fund', one.findings],
      ['Hørt om', one.hearing],
      ['Hørt af', who(one.heardBy)],
      ['Hørt', moment(one.heardAt)],
      ['Svarfrist', day(one.hearingDeadline)],
      ['Svar', one.hearingAnswer?.label],
      ['Borgerens svar', one.hearingAnswerText],
      ['Afgørelse', one.decision?.label],
      ['Afgjort af', who(one.decidedBy)],
      ['Afgjort', moment(one.decidedAt)],
      ['Begrundelse', one.reasons]
    ]),
    one.answers.length > 0 && under('Specialistens svar på kravene', answers(one.answers))
  );
}

function referral(one) {
  return part(
    'Nationalt ID-center (NIDC)',
    facts([
      ['Spørgsmål', one.question],
      ['Sendt som', one.material?.label],
      ['Spurgt af', who(one.askedBy)],
      ['Spurgt', moment(one.askedAt)],
      ['Sendt', moment(one.sentAt)],
      ['Udtalelse', one.result?.label],
      ['Fund', one.finding],
      ['NIDC’s sagsnummer', one.caseNumber],
      ['Journalnummer', one.journalNumber],
      ['Besvaret', day(one.answeredOn)],
      ['Registreret af', who(one.recordedBy)]
    ])
  );
}

function supervised(one) {
  return el(
    'div',
    {},
    el('h4', {}, `Tilsyn nr. ${one.supervision}, kontrol ${one.control}`),
    facts([
      ['Periode', `${day(one.periodFrom)} – ${day(one.periodTo)}`],
      ['Udtaget', moment(one.drawnAt)],
      ['Udtaget som', one.reason.label],
      ['Risiko', one.risks.map(({label}) => label).join(', ')],
      ['Gennemgået af', who(one.reviewedBy) ?? 'Ikke gennemgået endnu'],
      ['Gennemgået', moment(one.reviewedAt)],
      ['Fund', one.finding?.label],
      ['Bemærkning', one.text]
    ]),
    one.followUps.length > 0 &&
      table(
        'Opfølgning',
        ['Opfølgning', 'Medarbejder', 'Frist', 'Bestilt af', 'Resultat', 'Afsluttet'],
        one.followUps.map((follow) => [
          [follow.kind.label, follow.course].filter(Boolean).join(': '),
          who(follow.employee) ?? '',
          day(follow.due),
          who(follow.orderedBy),
          [follow.result?.label ?? 'Udestår', follow.control && `kontrol ${follow.control}`, follow.text].filter(Boolean).join(', '),
          follow.endedAt ? `${moment(follow.endedAt)}, ${who(follow.endedBy)}` : ''
        ])
      )
  );
}

function documents(papers) {
  return papers.length
    ? table(
        'Dokumenter i sagen',
        ['Dokument', 'Modtaget', 'Set i original', 'Registreret af', 'SHA-256'],
        papers.map((paper) => [
          paper.type.label,
          day(paper.receivedOn),
          paper.seenInOriginal ? 'Ja' : 'Nej',
          who(paper.recordedBy),
          paper.sha256 ? el('code', {class: 'ics-hash'}, paper.sha256) : 'Ingen kopi gemt'
        ])
      )
    : nothing('Der er ingen dokumenter i sagen.');
}

function ledger({ledger: entries, lastVerification}) {
  const uncovered = entries.filter(({checkpoint}) => checkpoint === null).length;
  const covered = uncovered ? `, heraf ${count(uncovered, 'post', 'poster')}, som endnu ikke er dækket af et kontrolpunkt.` : ', alle dækket af et underskrevet kontrolpunkt.';
  return [
    el('p', {}, `Sagen har ${count(entries.length, 'post', 'poster')} i kontrolsporet${covered} `, checked(lastVerification)),
    entries.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, 'Vis posterne med hash og kontrolpunkt'),
        table(
          'Poster i kontrolsporet',
          ['Nr.', 'Tidspunkt', 'Hvad', 'Hvem', 'Hash', 'Kontrolpunkt'],
          entries.map((entry) => [
            String(entry.sequence),
            moment(entry.at),
            [entry.kind.label, entry.step].filter(Boolean).join(': '),
            who(entry.by),
            el('code', {class: 'ics-hash'}, entry.hash),
            entry.checkpoint === null ? 'Ikke dækket endnu' : `Nr. ${entry.checkpoint}, ${moment(entry.checkpointAt)}`
          ])
        )
      )
  ];
}

function checked(last) {
  if (!last) {
    return 'Hele kontrolsporet er ikke kontrolleret endnu.';
  }
  const by = `Hele kontrolsporet blev senest kontrolleret ${moment(last.startedAt)} af ${who(last.startedBy)}: `;
  return [by, el('strong', {class: last.holds ? 'ics-good' : 'ics-bad'}, last.holds ? 'intet er ændret.' : 'der er fundet fejl. Tilsynet ser dem under »Ægthed«.')];
}
