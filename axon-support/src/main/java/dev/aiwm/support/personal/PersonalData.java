package dev.aiwm.support.personal;

import dev.aiwm.contracts.Sealed;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is personal with a key of each person, so that it can be in the log, which nothing is
 * ever taken out of: with the key, all that it sealed is gone.
 */
public final class PersonalData {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PersonalKeys keys;
    private final JsonMapper json = JsonMapper.builder().build();
    private final SecureRandom random = new SecureRandom();

    PersonalData(PersonalKeys keys) {
        this.keys = keys;
    }

    /** The first thing that is sealed of a person makes the key. */
    public Sealed seal(String person, Object content) {
        byte[] iv = random(IV_BYTES);
        byte[] plain = json.writeValueAsBytes(content);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyOf(person), iv, person).doFinal(plain);
            byte[] whole =
                    ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed).array();
            return new Sealed(person, Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** Empty when the key was destroyed. */
    public <T> Optional<T> open(Sealed sealed, Class<T> type) {
        return Optional.ofNullable(openAll(Map.of(0, sealed), type).get(0));
    }

    /** Those whose keys are there. */
    public <K, T> Map<K, T> openAll(Map<K, Sealed> sealed, Class<T> type) {
        Set<String> persons =
                sealed.values().stream().map(Sealed::person).collect(Collectors.toSet());
        Map<String, byte[]> found = keys.find(persons);
        var opened = new HashMap<K, T>();
        sealed.forEach(
                (name, one) -> {
                    byte[] key = found.get(one.person());
                    if (key != null) {
                        opened(one, key)
                                .ifPresent(bytes -> opened.put(name, json.readValue(bytes, type)));
                    }
                });
        return opened;
    }

    /** From now on nothing opens that was sealed of this person; may be repeated. */
    public void erase(String person) {
        keys.destroy(person);
    }

    private byte[] keyOf(String person) {
        Collection<String> one = List.of(person);
        byte[] known = keys.find(one).get(person);
        if (known != null) {
            return known;
        }
        byte[] made = random(KEY_BYTES);
        keys.add(person, made);
        return keys.find(one).getOrDefault(person, made);
    }

    /** What another key sealed was erased before this key was made. */
    private static Optional<byte[]> opened(Sealed sealed, byte[] key) {
        byte[] whole = Base64.getDecoder().decode(sealed.content());
        byte[] iv = new byte[IV_BYTES];
        ByteBuffer.wrap(whole).get(iv);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, iv, sealed.person())
                            .doFinal(whole, IV_BYTES, whole.length - IV_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt", e);
        }
    }

    /** What is sealed of one person opens as nobody else's. */
    private static Cipher cipher(int mode, byte[] key, byte[] iv, String person)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(person.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
