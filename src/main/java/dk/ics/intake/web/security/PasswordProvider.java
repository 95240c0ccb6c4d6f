package dk.ics.intake.web.security;

import dk.ics.intake.process.rights.Accounts;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** HTTP Basic against the engine's own users, with the engine's throttle on wrong passwords. */
@Component
class PasswordProvider implements AuthenticationProvider {

    private final Accounts accounts;

    PasswordProvider(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String password = Objects.toString(authentication.getCredentials(), "");
        return accounts.signIn(authentication.getName(), password)
                .map(AccountAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("Wrong name or password"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
