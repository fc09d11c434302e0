/** What a county's joint checklist asks of staff on the way, such as Borlänge's five questions (BOR-17 to BOR-20). */
package se.sip.checklist;
