package se.sip.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whether the log is as it was written: no row changed, none taken away. */
@Component
class AuditCheck {

    private final AuditChains chains;
    private final AuditSeals seals;
    private final FormerCases former;
    private final JdbcTemplate jdbc;

    AuditCheck(AuditChains chains, AuditSeals seals, FormerCases former, JdbcTemplate jdbc) {
        this.chains = chains;
        this.seals = seals;
        this.former = former;
        this.jdbc = jdbc;
    }

    /** What is wrong with a chain, in Swedish; empty where it is whole. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<String> faultsOf(String chain) {
        var faults = new ArrayList<String>();
        Map<Long, String> hashes = new HashMap<>();
        long expected = 1;
        String previous = AuditChains.START;
        for (AuditEntry entry : chains.of(chain)) {
            if (entry.seq() > expected) {
                faults.add(entry.seq() - expected == 1 ? "Rad " + expected + " saknas."
                        : "Rad " + expected + " till " + (entry.seq() - 1) + " saknas.");
            } else if (!entry.previous().equals(previous)) {
                faults.add("Rad " + entry.seq() + " följer inte på raden före: den raden har bytts ut.");
            }
            if (!entry.rightHash().equals(entry.hash())) {
                faults.add("Rad " + entry.seq() + " har ändrats.");
            }
            hashes.put(entry.seq(), entry.hash());
            previous = entry.hash();
            expected = entry.seq() + 1;
        }
        for (AuditSeals.Head head : seals.headsOf(chain)) {
            String hash = hashes.get(head.seq());
            if (hash == null && head.seq() >= expected) {
                faults.add("Rad " + expected + " till " + head.seq() + " saknas i slutet: de fanns när loggen "
                        + "förseglades.");
                expected = head.seq() + 1;
            } else if (hash != null && !hash.equals(head.hash())) {
                faults.add("Rad " + head.seq() + " är en annan än när loggen förseglades.");
            }
        }
        return faults;
    }

    /** What is wrong with the seals. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<String> faultsOfSeals() {
        var faults = new ArrayList<String>();
        String before = AuditChains.START;
        long expected = 1;
        for (AuditSeals.Seal seal : seals.all()) {
            if (seal.id() != expected) {
                faults.add("Försegling " + expected + " saknas.");
            }
            if (!AuditSeals.digest(seals.headsOf(seal.id())).equals(seal.digest())
                    || !seals.mac(seal.id(), seal.madeAt(), seal.entries(), seal.digest(), before).equals(seal.mac())) {
                faults.add("Försegling " + seal.id() + " har ändrats, eller är gjord med en annan nyckel.");
            }
            before = seal.mac();
            expected = seal.id() + 1;
        }
        return faults;
    }

    /** Every chain that is not whole, with what is wrong, of a county; chains that are gone altogether too. */
    Map<String, List<String>> faultsOfAll(List<String> counties) {
        var broken = new java.util.TreeMap<String, List<String>>();
        jdbc.queryForList("select distinct chain from (select chain from sip.audit_entry union"
                        + " select chain from sip.audit_seal_head) as every_chain", String.class).stream()
                .filter(chain -> chain.equals(AuditChains.NO_CASE) || isOf(chain, counties))
                .forEach(chain -> {
                    List<String> faults = faultsOf(chain);
                    if (!faults.isEmpty()) {
                        broken.put(chain, faults);
                    }
                });
        return broken;
    }

    private boolean isOf(String chain, List<String> counties) {
        List<String> of = jdbc.queryForList("select county from sip.case_file where number = ?", String.class, chain);
        return of.isEmpty() ? former.find(chain).map(f -> counties.contains(f.county())).orElse(true)
                : counties.containsAll(of);
    }
}
