package dk.ics.intake.authority;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntakeTest
class ForwardingsTest {

    private static final String STEP = "createMitId";

    @RegisterExtension
    final WireMockExtension wire =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Autowired
    Forwardings forwardings;

    @Autowired
    AuthorityActs acts;

    @Autowired
    CaseFile caseFile;

    @Autowired
    ObjectMapper json;

    @Autowired
    TransactionTemplate transaction;

    private CaseReference reference;

    @BeforeEach
    void openCase() {
        reference = TestCases.euWorker(caseFile);
    }

    @Test
    void an_attempt_goes_on_until_the_process_goes_on() {
        Forwarding first = open();
        assertThat(first.idempotencyKey()).isEqualTo(reference + "/createMitId/1");
        assertThat(open()).isEqualTo(first);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    forwardings.reached(first, Forwarding.State.ANSWERED);
                    throw new IllegalStateException("the process could not go on");
                }))
                .hasMessage("the process could not go on");
        assertThat(open().attempt()).isEqualTo(1);

        transaction.executeWithoutResult(status -> forwardings.reached(first, Forwarding.State.ANSWERED));
        assertThat(open().idempotencyKey()).isEqualTo(reference + "/createMitId/2");
        assertThat(forwardings.isReplaced(first)).isTrue();
    }

    @Test
    void an_attempt_is_on_record_before_anything_is_sent_even_if_the_caller_fails() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    open();
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        transaction.executeWithoutResult(
                status -> assertThat(forwardings.lockLatest(reference, STEP)).isPresent());
    }

    @Test
    void an_authority_that_knows_keys_is_sent_the_same_again() {
        wire.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        Authorities authorities = mitIdThat(true);
        assertThatThrownBy(() -> act(authorities)).isInstanceOf(AuthorityUnavailable.class);

        wire.stubFor(post(anyUrl()).willReturn(okJson("{}")));
        assertThat(act(authorities)).isInstanceOf(AuthorityAnswer.Answered.class);
        wire.verify(2, postRequestedFor(anyUrl()));
    }

    @Test
    void an_authority_that_knows_no_keys_is_sent_nothing_again_when_the_outcome_is_unknown() {
        wire.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        Authorities authorities = mitIdThat(false);
        assertThatThrownBy(() -> act(authorities)).isInstanceOf(AuthorityUnavailable.class);

        wire.stubFor(post(anyUrl()).willReturn(okJson("{}")));
        assertThatThrownBy(() -> act(authorities))
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessage("mitid: outcome of " + reference + "/createMitId/1 is unknown, it is not sent again");
        wire.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void what_never_left_may_be_sent_again_even_there() {
        Authorities nobody = mitIdAt(URI.create("http://127.0.0.1:1"), false);
        assertThatThrownBy(() -> act(nobody)).hasMessage("mitid: no connection");

        wire.stubFor(post(anyUrl()).willReturn(okJson("{}")));
        assertThat(act(mitIdThat(false))).isInstanceOf(AuthorityAnswer.Answered.class);
    }

    private Forwarding open() {
        return forwardings.open(reference, Authority.MITID, STEP, "instance");
    }

    private AuthorityAnswer act(Authorities authorities) {
        return authorities.act(open(), "identities", Map.of());
    }

    private Authorities mitIdThat(boolean knowsKeys) {
        return mitIdAt(URI.create(wire.baseUrl()), knowsKeys);
    }

    private Authorities mitIdAt(URI url, boolean knowsKeys) {
        AuthorityConnection manual = connection(AuthorityMode.MANUAL, url, true);
        AuthorityConnection other = connection(AuthorityMode.CONNECTED, url, true);
        AuthorityConnection mitId = connection(AuthorityMode.CONNECTED, url, knowsKeys);
        return new Authorities(
                new AuthoritiesProperties(manual, manual, other, mitId, other, other, Duration.ofSeconds(30)),
                forwardings,
                acts,
                json,
                Clock.systemUTC());
    }

    private static AuthorityConnection connection(AuthorityMode mode, URI url, boolean knowsKeys) {
        return new AuthorityConnection(mode, url, "s3cret", Duration.ofSeconds(5), Duration.ofSeconds(5), knowsKeys);
    }
}
