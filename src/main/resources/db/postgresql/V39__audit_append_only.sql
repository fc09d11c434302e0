-- Not even the product's own database user changes the log or takes rows away by a slip. Whoever owns the tables can
-- remove this trigger; what they then do shows by hash and seal.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();
create trigger audit_seal_head_append_only before update or delete or truncate on audit_seal_head
    for each statement execute function refuse_change();
