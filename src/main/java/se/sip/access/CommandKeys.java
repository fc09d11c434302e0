package se.sip.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys that a command line logs in with for some hours, whichever way people log in. Whoever holds one may do what its
 * owner may do with a county's files, and nothing else. Only a hash is kept.
 */
@Service
public class CommandKeys {

    private static final int BYTES = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration length;
    private final SecureRandom random = new SecureRandom();

    CommandKeys(JdbcClient jdbc, Clock clock, @Value("${sip.command-key:12h}") Duration length) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.length = length;
    }

    /** A new key, which is shown once. @param endsAt when it ends */
    public record Key(String text, LocalDateTime endsAt) {
    }

    /** The former one of the same account ends. */
    @Transactional
    public Key create(String userId) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var key = new Key("sip-" + HexFormat.of().formatHex(bytes), LocalDateTime.now(clock).plus(length));
        jdbc.sql("delete from sip.command_key where user_id = ?").param(userId).update();
        jdbc.sql("insert into sip.command_key (user_id, hash, ends_at) values (?, ?, ?)")
                .params(userId, hash(key.text()), Timestamp.valueOf(key.endsAt())).update();
        return key;
    }

    /** Whose key it is; empty where there is no such key, or it has ended. */
    Optional<String> ownerOf(String key) {
        return jdbc.sql("select user_id from sip.command_key where hash = ? and ends_at > ?")
                .params(hash(key), Timestamp.valueOf(LocalDateTime.now(clock))).query(String.class).optional();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
