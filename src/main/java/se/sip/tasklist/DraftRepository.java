package se.sip.tasklist;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Keeps drafts. */
interface DraftRepository extends Repository<Draft, String> {

    Optional<Draft> findById(String taskId);

    void deleteById(String taskId);

    @Modifying
    /** @return 0 where the draft is no longer of that version */
    @Query("""
            update sip.draft set author = :author, saved_at = :savedAt, content = :content, version = version + 1
             where task_id = :taskId and version = :version""")
    int replace(String taskId, String author, LocalDateTime savedAt, String content, long version);

    @Modifying
    @Query("""
            insert into sip.draft (task_id, author, saved_at, content, version)
            values (:taskId, :author, :savedAt, :content, 1)""")
    int insert(String taskId, String author, LocalDateTime savedAt, String content);
}
