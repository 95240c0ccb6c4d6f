package dk.ics.intake.web.security;

import dk.ics.intake.process.rights.Account;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request whose account is known; its roles are its authorities. */
final class AccountAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Account account;

    AccountAuthentication(Account account) {
        super(account.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList());
        this.account = account;
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return account;
    }

    @Override
    public Object getCredentials() {
        return List.of();
    }

    @Override
    public String getName() {
        return account.userId();
    }
}
