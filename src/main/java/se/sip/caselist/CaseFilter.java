package se.sip.caselist;

import se.sip.casefile.CasePhase;

/**
 * Which of the cases one may see are listed.
 *
 * @param share which share in the case one's units have; null for any
 * @param open whether the case runs; null for any
 * @param phase null for any
 * @param waitsFor whom the case waits for; null for anybody
 * @param name part of a name; null for any person. Protected persons are never found by name.
 * @param idNumber of one person; null for anybody
 */
record CaseFilter(Share share, Boolean open, CasePhase phase, WaitsFor waitsFor, String name, String idNumber) {

    /** How a case concerns the reader's units. */
    enum Share {
        CONVENED("Vi sammankallar"),
        TAKES_PART("Vi deltar");

        private final String swedish;

        Share(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** Whose task is open. */
    enum WaitsFor {
        US("Oss"),
        OTHERS("Andra");

        private final String swedish;

        WaitsFor(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    static CaseFilter convened() {
        return new CaseFilter(Share.CONVENED, null, null, null, null, null);
    }

    static CaseFilter named(String name) {
        return new CaseFilter(null, null, null, null, name, null);
    }

    static CaseFilter ofPerson(String idNumber) {
        return new CaseFilter(null, null, null, null, null, idNumber);
    }
}
