package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A database that the demonstration has used is not fit for production. */
class DemoAccountsInProductionTest extends RunningProduct {

    @Test
    void demoAccountsAreFoundWhereverTheDatabaseEndsUp() {
        var guard = new ProductionGuard().noDemoAccounts(identity);

        assertThatThrownBy(guard::afterSingletonsInstantiated).isInstanceOfSatisfying(
                UnfitForProductionException.class,
                refused -> assertThat(refused.faults()).singleElement().asString().contains("demo account"));
    }
}
