-- Of the decision on an objection neither the time that stands still while something is missing (Awb 7:10(2)) nor further delay (7:10(4)) could be written down.
alter table consent.event drop constraint event_kind_check;
alter table consent.event add constraint event_kind_check check (kind in ('sent', 'moreAsked', 'answered', 'granted', 'refused', 'leftUnprocessed',
  'requestWithdrawn', 'suspended', 'resumed', 'consentWithdrawn', 'changeCancelled', 'paperConfirmed', 'paperCorrected', 'delayTold', 'waitingAgreed',
  'defaultTold', 'objected', 'objectionHeard', 'objectionMendAsked', 'objectionMended', 'objectionPutOff', 'objectionDelayed', 'objectionDecided', 'appealed',
  'appealDecided', 'grantedInstead', 'refusedInstead', 'adviceAsked', 'adviceGiven', 'reviewOpened', 'reviewClosed', 'objectionTakenBack', 'extensionAsked',
  'extensionAnswered'));
alter table consent.event drop constraint event_against_check;
alter table consent.event add constraint event_against_check check ((against_kind is null) = (against_on is null) and (against_kind is not null
  or kind not in ('objected', 'objectionHeard', 'objectionMendAsked', 'objectionMended', 'objectionPutOff', 'objectionDelayed', 'objectionDecided',
  'objectionTakenBack', 'appealed', 'appealDecided')));
-- What is missing is asked by a day (Awb 6:6), and further delay goes to one, on a ground.
alter table consent.event add constraint event_mend_check check (kind <> 'objectionMendAsked' or answer_before > on_day);
alter table consent.event add constraint event_further_delay_check check (kind <> 'objectionDelayed'
  or (until_day is not null and outcome in ('everyoneAgrees', 'objectorAgrees', 'procedure')));
