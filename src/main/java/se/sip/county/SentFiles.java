package se.sip.county;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** Files as a browser or a call sends them. */
public final class SentFiles {

    private SentFiles() {
    }

    /** None of those that a form was sent without. @throws RefusedException where one cannot be read */
    public static List<UploadedFiles.Sent> of(List<MultipartFile> files) {
        var sent = new ArrayList<UploadedFiles.Sent>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                try {
                    sent.add(new UploadedFiles.Sent(name, file.getBytes()));
                } catch (IOException broken) {
                    throw new RefusedException("Filen " + name + " kom inte fram. Skicka den igen.");
                }
            }
        }
        return sent;
    }
}
