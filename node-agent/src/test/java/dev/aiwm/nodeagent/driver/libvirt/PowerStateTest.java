package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerStateTest {
    /** By the numbers of virDomainState and of the reasons that belong to each. */
    @ParameterizedTest
    @CsvSource({
        "0,0,RUNNING", // no state
        "1,1,RUNNING", // booted
        "2,0,RUNNING", // blocked
        "3,1,PAUSED", // by a user
        "7,0,PAUSED", // asleep by its own doing
        "4,1,RUNNING", // on its way down
        "5,0,STOPPED", // nobody knows why
        "5,1,STOPPED", // shut down
        "5,2,STOPPED", // destroyed
        "5,3,CRASHED", // crashed
        "5,6,CRASHED", // did not start
        "5,7,STOPPED", // put back to a snapshot
        "6,1,CRASHED" // its guest panicked
    })
    void many_states_are_few(int state, int reason, PowerState expected) {
        assertThat(PowerState.of(state, reason)).isEqualTo(expected);
    }
}
