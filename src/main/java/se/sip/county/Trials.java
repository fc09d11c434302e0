package se.sip.county;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lays files that a process owner sends over what the county runs, and has the whole checked. Nothing is kept. */
@Component
public class Trials {

    private final CountyCheck check;
    private final WhatRuns running;

    Trials(CountyCheck check, WhatRuns running) {
        this.check = check;
        this.running = running;
    }

    /**
     * What would come of it.
     *
     * @param before what runs
     * @param sent how many files were the county's
     * @param what which files were sent or taken away
     */
    public record Trial(Bundle before, Bundle after, int sent, String what, List<BundleFault> faults) {
    }

    /**
     * @param removed names of own files to take away, such as {@code decisions/vgr/frister.dmn}
     * @throws RefusedException where nothing of it is the county's, or a zip is too large
     */
    public Trial of(County county, List<UploadedFiles.Sent> sent, Collection<String> removed) {
        return of(county, sent, removed, false);
    }

    /** @param more whether something else than files of the set is sent, so that none of them is no fault */
    public Trial of(County county, List<UploadedFiles.Sent> sent, Collection<String> removed, boolean more) {
        Bundle before = running.of(county);
        UploadedFiles uploaded;
        try {
            uploaded = UploadedFiles.of(county, sent, before);
        } catch (UploadedFiles.TooMuchException tooMuch) {
            throw new RefusedException("Zip-filen är för stor.");
        }
        if (uploaded.files().isEmpty() && uploaded.faults().isEmpty() && removed.isEmpty() && !more) {
            throw new RefusedException(sent.isEmpty() ? "Välj minst en fil." : "Ingen av filerna hör till länet.");
        }
        Bundle after = before.without(removed).with(uploaded.files());
        var faults = new ArrayList<>(uploaded.faults());
        faults.addAll(check.check(after, before));
        var what = new ArrayList<String>();
        uploaded.files().forEach(file -> what.add(file.origin()));
        removed.forEach(name -> what.add("utan " + name));
        return new Trial(before, after, uploaded.files().size(), String.join(", ", what), faults);
    }
}
