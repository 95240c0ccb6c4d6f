package dk.ics.intake.selfservice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Where the cases of one application stand, in the order of its persons. */
public record ApplicationStatus(String language, OffsetDateTime receivedAt, List<CaseStatus> cases) {

    public Optional<CaseStatus> person(int no) {
        return cases.stream().filter(status -> status.no() == no).findFirst();
    }

    /** Whether nothing more is done for anybody of it. */
    public boolean isClosed() {
        return cases.stream().noneMatch(CaseStatus::open);
    }
}
