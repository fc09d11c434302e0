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
    @Query("update sip.draft set author = :author, saved_at = :savedAt, content = :content where task_id = :taskId")
    int replace(String taskId, String author, LocalDateTime savedAt, String content);

    @Modifying
    @Query("insert into sip.draft (task_id, author, saved_at, content) values (:taskId, :author, :savedAt, :content)")
    int insert(String taskId, String author, LocalDateTime savedAt, String content);
}
