package se.sip.discharge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps messages by county and id. */
interface ReceivedMessageRepository extends Repository<ReceivedMessage, Long> {

    ReceivedMessage save(ReceivedMessage message);

    Optional<ReceivedMessage> findByCountyAndMessageId(String county, String messageId);
}
