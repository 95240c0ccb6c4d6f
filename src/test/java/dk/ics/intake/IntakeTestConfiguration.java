package dk.ics.intake;

import dk.ics.intake.time.DemoClock;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class IntakeTestConfiguration {

    @Bean
    TestDatabase testDatabase() {
        return TestDatabase.instance();
    }

    @Bean
    TestClock testClock(DemoClock clock, TestDatabase database) {
        return new TestClock(clock, database);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(TestDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return "app";
            }

            @Override
            public String getPassword() {
                return TestDatabase.PASSWORD;
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(TestDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return "owner";
            }

            @Override
            public String getPassword() {
                return TestDatabase.PASSWORD;
            }
        };
    }
}
