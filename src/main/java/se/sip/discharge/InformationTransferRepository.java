package se.sip.discharge;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps transfers of information. */
interface InformationTransferRepository extends Repository<InformationTransfer, Long> {

    InformationTransfer save(InformationTransfer transfer);

    List<InformationTransfer> findByCaseNumberOrderById(String caseNumber);
}
