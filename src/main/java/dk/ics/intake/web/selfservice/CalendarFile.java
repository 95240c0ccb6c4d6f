package dk.ics.intake.web.selfservice;

import dk.ics.intake.letter.Letterhead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * An appointment as calendars take it (RFC 5545), in UTC. It says nothing of the person or the case: calendars are shared
 * and synchronised with others.
 */
@Component
class CalendarFile {

    private final Letterhead office;
    private final Clock clock;

    CalendarFile(Letterhead office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    /**
     * @param uid the same for each appointment of the person, so that a later one takes the place of the earlier one
     * @param sequence higher for each later one
     */
    byte[] of(String uid, int sequence, OffsetDateTime at, Duration length, Texts texts) {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid));
        event.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new DtStart<Instant>(at.toInstant()));
        event.add(new DtEnd<Instant>(at.toInstant().plus(length)));
        event.add(new Sequence(sequence));
        event.add(new Summary(texts.get("calendar.summary")));
        event.add(new Location(office.officeName() + ", " + office.officeAddress()));
        event.add(new Description(texts.get("calendar.text")));
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//ICS Indrejse//1.0//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(event);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new CalendarOutputter().output(calendar, file);
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar file could not be written", e);
        }
        return file.toByteArray();
    }
}
