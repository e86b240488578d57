-- Every key of private tables begins with the account, so that a PostgreSQL that distributes tables by one column can take them
-- as they are; it also is the order in which they are read. Keys of random bits are unique without the index saying so.

-- A reference goes first, and comes back last.
alter table answer.answer_revision drop constraint answer_revision_account_id_answer_id_fkey;
alter table practice.assessment drop constraint assessment_account_id_answer_id_fkey, drop constraint assessment_answer_id_version_fkey;
alter table practice.session_question drop constraint session_question_account_id_session_id_fkey;
alter table plan.item drop constraint item_account_id_plan_id_fkey;
alter table interview.interview drop constraint interview_account_id_plan_id_fkey, drop constraint interview_account_id_stage_id_fkey;
alter table interview.stage_change drop constraint stage_change_account_id_interview_id_fkey,
  drop constraint stage_change_account_id_stage_id_fkey;
alter table interview.debrief drop constraint debrief_account_id_interview_id_fkey;
alter table interview.asked_question drop constraint asked_question_account_id_interview_id_fkey;
alter table interview.gap drop constraint gap_account_id_interview_id_fkey;

alter table answer.saved_answer drop constraint saved_answer_pkey, drop constraint saved_answer_account_id_id_key,
  add primary key (account_id, id);
alter table answer.answer_revision drop constraint answer_revision_pkey, add primary key (account_id, answer_id, version);
alter table practice.session drop constraint session_pkey, drop constraint session_account_id_id_key, add primary key (account_id, id);
alter table practice.session_question drop constraint session_question_pkey, drop constraint session_question_session_id_question_id_key,
  add primary key (account_id, session_id, position), add unique (account_id, session_id, question_id);
alter table practice.assessment drop constraint assessment_pkey, add primary key (account_id, answer_id, version, criterion);
alter table plan.prep_plan drop constraint prep_plan_pkey, drop constraint prep_plan_account_id_id_key, add primary key (account_id, id);
alter table plan.item drop constraint item_pkey, drop constraint item_plan_id_kind_question_id_number_key,
  add primary key (account_id, id), add unique nulls not distinct (account_id, plan_id, kind, question_id, number);
alter table interview.stage drop constraint stage_pkey, drop constraint stage_account_id_id_key, add primary key (account_id, id);
alter table interview.interview drop constraint interview_pkey, drop constraint interview_account_id_id_key,
  add primary key (account_id, id);
alter table interview.stage_change drop constraint stage_change_pkey, add primary key (account_id, interview_id, number);
alter table interview.debrief drop constraint debrief_pkey, drop constraint debrief_account_id_interview_id_key,
  add primary key (account_id, interview_id);
alter table interview.asked_question drop constraint asked_question_pkey, add primary key (account_id, interview_id, number);
alter table interview.gap drop constraint gap_pkey, add primary key (account_id, interview_id, number);

-- What the keys serve now.
drop index practice.session_question_account_id_session_id_idx;
drop index practice.assessment_account_id_answer_id_idx;
drop index interview.asked_question_account_id_idx;
drop index interview.gap_account_id_idx;

-- Two secrets of 256 random bits do not meet.
alter table calendar.feed drop constraint feed_digest_key;
create index on calendar.feed (digest);

alter table answer.answer_revision
  add foreign key (account_id, answer_id) references answer.saved_answer on delete cascade;
alter table practice.session_question
  add foreign key (account_id, session_id) references practice.session on delete cascade;
alter table practice.assessment
  add foreign key (account_id, answer_id) references answer.saved_answer on delete cascade,
  add foreign key (account_id, answer_id, version) references answer.answer_revision on delete cascade;
alter table plan.item
  add foreign key (account_id, plan_id) references plan.prep_plan on delete cascade;
alter table interview.interview
  add foreign key (account_id, plan_id) references plan.prep_plan on delete set null (plan_id),
  add foreign key (account_id, stage_id) references interview.stage deferrable initially deferred;
alter table interview.stage_change
  add foreign key (account_id, interview_id) references interview.interview on delete cascade,
  add foreign key (account_id, stage_id) references interview.stage deferrable initially deferred;
alter table interview.debrief
  add foreign key (account_id, interview_id) references interview.interview on delete cascade;
alter table interview.asked_question
  add foreign key (account_id, interview_id) references interview.debrief on delete cascade;
alter table interview.gap
  add foreign key (account_id, interview_id) references interview.debrief on delete cascade;
