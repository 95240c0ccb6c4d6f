package dk.ics.intake.process.rights;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The session in which the engine's web applications keep who has logged in. */
@Service
public class WebappSession {

    /** The one engine there is. */
    static final String ENGINE = "default";

    private final Accounts accounts;

    WebappSession(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The account that logged in to this session, with its rights of this moment. The web applications keep groups
     * and tenants in the session: they get the fresh ones too. A deleted account is logged out.
     */
    public Optional<Account> account(HttpSession session) {
        Authentications authentications = AuthenticationUtil.getAuthsFromSession(session);
        UserAuthentication login = login(authentications);
        if (login == null) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.find(login.getIdentityId());
        account.ifPresentOrElse(
                known -> {
                    login.setGroupIds(known.groups());
                    login.setTenantIds(known.tenants());
                },
                () -> authentications.removeByEngineName(ENGINE));
        return account;
    }

    /** The token that a state change of this session has to send in a header, or null if none was given out yet. */
    public @Nullable String csrfToken(HttpSession session) {
        return (String) session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    }

    private static @Nullable UserAuthentication login(Authentications authentications) {
        return authentications.getAuthentications().stream()
                .filter(login -> ENGINE.equals(login.getProcessEngineName()))
                .findFirst()
                .orElse(null);
    }
}
