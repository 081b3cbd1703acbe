package dev.aiwm.nodeagent.driver.libvirt.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha512CryptTest {
    /** The first from the algorithm's specification, the others by openssl passwd -6. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Hello"
                    + " world!,saltstring,$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
                "secret,abcdefghijklmnop,$6$abcdefghijklmnop$J/AWykHqo2Tx5UtavGnFc3ytI33la50JpzLTarSWVhkIXK6wOjNwwZjsrIw2UgmrER2EKrSHCeQyAINEEXAk1/",
                "pässwörter sind länger als vierundsechzig Zeichen wenn man es darauf"
                    + " anlegt,xy,$6$xy$GcolAh0VTh73tBNnPx0AGJWG8bSkrTAS.KFimiZsr8bEjXyxCXxP0KwY5VdUNj5jQWXCS6eX/NbzVMqLwGRSL/"
            })
    void it_is_what_other_programs_make_of_it(String password, String salt, String expected) {
        assertThat(Sha512Crypt.hash(password, salt)).isEqualTo(expected);
    }

    @Test
    void the_same_password_looks_different_each_time() {
        assertThat(Sha512Crypt.hash("same"))
                .isNotEqualTo(Sha512Crypt.hash("same"))
                .startsWith("$6$")
                .doesNotContain("same");
    }
}
