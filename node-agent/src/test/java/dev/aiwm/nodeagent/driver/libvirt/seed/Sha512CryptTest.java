package dev.aiwm.nodeagent.driver.libvirt.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha512CryptTest {
    /** From the specification of the algorithm. */
    @Test
    void it_is_what_the_specification_makes_of_it() {
        assertThat(Sha512Crypt.hash("Hello world!", "saltstring"))
                .isEqualTo(
                        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFN"
                                + "jnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1");
    }

    /** Made by {@code openssl passwd -6}. */
    @Test
    void it_is_what_other_programs_make_of_it() {
        assertThat(Sha512Crypt.hash("secret", "abcdefghijklmnop"))
                .isEqualTo(
                        "$6$abcdefghijklmnop$J/AWykHqo2Tx5UtavGnFc3ytI33la50JpzLTarSWVhkI"
                                + "XK6wOjNwwZjsrIw2UgmrER2EKrSHCeQyAINEEXAk1/");
        String beyondOneBlock =
                "pässwörter sind länger als vierundsechzig Zeichen wenn man es darauf anlegt";
        assertThat(Sha512Crypt.hash(beyondOneBlock, "xy"))
                .isEqualTo(
                        "$6$xy$GcolAh0VTh73tBNnPx0AGJWG8bSkrTAS.KFimiZsr8bEjXyxCXxP0KwY5V"
                                + "dUNj5jQWXCS6eX/NbzVMqLwGRSL/");
    }

    @Test
    void the_same_password_looks_different_each_time() {
        assertThat(Sha512Crypt.hash("same"))
                .isNotEqualTo(Sha512Crypt.hash("same"))
                .startsWith("$6$")
                .doesNotContain("same");
    }
}
