package dk.ics.intake.process.rights;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an administrator may not do with accounts: give himself a role, be administrator and work cases or watch them
 * at once, or leave the application without an administrator.
 */
@Component
class MembershipRights {

    private final Accounts accounts;

    MembershipRights(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A user gets a role: not the administrator himself, and never administration together with another role. */
    Optional<Refusal> mayJoin(Call call) {
        if (isSelf(call)) {
            return Optional.of(Refusal.forbidden("Du kan ikke give dig selv en rolle."));
        }
        Account user = accounts.find(call.id("user")).orElse(null);
        if (user == null) {
            return Optional.of(Refusal.invalid("Brugeren findes ikke."));
        }
        boolean toAdmin = call.id("group").equals(Role.ADMIN.group());
        boolean conflict = toAdmin
                ? user.roles().stream().anyMatch(role -> role != Role.ADMIN)
                : user.has(Role.ADMIN) && Role.ofGroup(call.id("group")).isPresent();
        return conflict
                ? Optional.of(Refusal.forbidden("En IT-administrator kan ikke samtidig have en anden rolle."))
                : Optional.empty();
    }

    /** A user loses a role: an administrator does not drop his own, so that one always remains. */
    Optional<Refusal> mayLeave(Call call) {
        return isSelf(call)
                ? Optional.of(
                        Refusal.forbidden("Du kan ikke fjerne din egen rolle. Bed en anden administrator om det."))
                : Optional.empty();
    }

    /** A user is deleted: not the administrator himself. */
    Optional<Refusal> mayDelete(Call call) {
        return isSelf(call)
                ? Optional.of(
                        Refusal.forbidden("Du kan ikke slette din egen konto. Bed en anden administrator om det."))
                : Optional.empty();
    }

    /** A user gets a municipality: not the administrator himself. */
    Optional<Refusal> maySeeMunicipality(Call call) {
        return isSelf(call)
                ? Optional.of(Refusal.forbidden("Du kan ikke give dig selv adgang til en kommune."))
                : Optional.empty();
    }

    private static boolean isSelf(Call call) {
        return call.id("user").equals(call.account().userId());
    }
}
