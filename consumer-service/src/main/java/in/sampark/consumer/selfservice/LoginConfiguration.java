package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.contact.Contacts;
import in.sampark.consumer.otp.GuessCode;
import in.sampark.consumer.otp.IssueCode;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.otp.SpendAllowances;
import in.sampark.consumer.selfservice.r2dbc.R2dbcHeldCodes;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.security.SignConsumerTokens;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    private static final Duration IDLE = Duration.ofSeconds(30);

    @Bean
    HeldCodes heldCodes(DatabaseClient database) {
        return new R2dbcHeldCodes(database);
    }

    @Bean
    AskToLogIn askToLogIn(
            Turnstile turnstile,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            HeldCodes heldCodes,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        return new AskToLogIn(turnstile, spendAllowances, issueCode, heldCodes, transaction, settings, clock);
    }

    @Bean
    LogIn logIn(
            Turnstile turnstile,
            GuessCode guessCode,
            SpendAllowances spendAllowances,
            Contacts contacts,
            SignConsumerTokens tokens,
            NoteDone noteDone,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        return new LogIn(
                turnstile,
                guessCode,
                spendAllowances,
                contacts,
                tokens,
                noteDone,
                transaction,
                settings,
                clock,
                Clock.systemUTC());
    }

    @Bean
    LeaderLoop heldCodesSending(
            HeldCodes heldCodes,
            OtpChallenges challenges,
            Contacts contacts,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            NoteDone noteDone,
            TransactionalOperator transaction,
            Clock clock,
            DatabaseLeadership leadership) {
        var sendHeldCodes = new SendHeldCodes(
                heldCodes, challenges, contacts, spendAllowances, issueCode, noteDone, transaction, clock);
        return new LeaderLoop("login codes", R2dbcHeldCodes.CHANNEL, IDLE, sendHeldCodes::sendPage, leadership);
    }
}
