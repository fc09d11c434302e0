package se.sip.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.sip.unit.Unit;

/** The accounts of a county: who they are, their roles and units. In one question to the engine's tables. */
@Component
class CountyAccounts {

    private final JdbcClient jdbc;

    CountyAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody with an account in the county.
     *
     * @param roles and {@code units} in Swedish, by name
     * @param unitIds as a länsadmin writes them: of units, those managed too, and of principals whose archivist they are
     */
    record Account(String userId, String name, List<String> roles, List<String> units, List<String> unitIds) {
    }

    /** By name. @param counties those of whoever asks */
    List<Account> of(Collection<String> counties) {
        var accounts = new LinkedHashMap<String, Account>();
        if (counties.isEmpty()) {
            return List.of();
        }
        jdbc.sql("""
                        select u.id_ as id, u.first_ as first, u.last_ as last, g.id_ as group_id, g.name_ as group_name
                          from act_id_user u
                          join act_id_tenant_member t on t.user_id_ = u.id_
                          left join act_id_membership m on m.user_id_ = u.id_
                          left join act_id_group g on g.id_ = m.group_id_
                         where t.tenant_id_ in (:counties)
                         order by u.last_, u.first_, u.id_, g.name_""")
                .param("counties", counties)
                .query(row -> {
                    String id = row.getString("id");
                    String first = row.getString("first");
                    String last = row.getString("last");
                    Account account = accounts.get(id);
                    if (account == null) {
                        account = new Account(id, ((first == null ? "" : first) + " " + (last == null ? "" : last))
                                .strip(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                        accounts.put(id, account);
                    }
                    String group = row.getString("group_id");
                    if (group != null) {
                        add(account, group, row.getString("group_name"), counties);
                    }
                });
        return List.copyOf(accounts.values());
    }

    private static void add(Account account, String group, String name, Collection<String> counties) {
        if (Role.isRole(group)) {
            String role = Role.swedishOf(group);
            if (!account.roles().contains(role)) {
                account.roles().add(role);
            }
        } else if (counties.stream().anyMatch(c -> group.startsWith(c + "-") || group.startsWith("arkiv-" + c + "-"))) {
            if (!account.units().contains(name)) {
                account.units().add(name == null ? group : name);
            }
            String id = group.replaceFirst("^arkiv-", "").replaceFirst(Unit.MANAGER_SUFFIX + "$", "");
            if (!account.unitIds().contains(id)) {
                account.unitIds().add(id);
            }
        }
    }
}
