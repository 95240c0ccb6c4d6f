package dk.ics.intake.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.system(DanishCalendar.COPENHAGEN);
    }

    @Bean
    @Profile("demo")
    DemoClock demoClock(JdbcClient jdbc) {
        return new DemoClock(jdbc, Clock.system(DanishCalendar.COPENHAGEN));
    }

    @Bean
    DanishCalendar danishCalendar(Clock clock, CalendarProperties properties) {
        return new DanishCalendar(clock, properties.closedDays());
    }
}
