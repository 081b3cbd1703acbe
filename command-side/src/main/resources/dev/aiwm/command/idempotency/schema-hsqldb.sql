create cached table if not exists idempotency_key (
    caller varchar(255) not null,
    request_key varchar(255) not null,
    fingerprint varchar(64) not null,
    resource_id varchar(24) not null,
    execution_id varchar(24) not null,
    holder varchar(255),
    held_until bigint not null,
    created_at bigint not null,
    answer varbinary(2097152),
    constraint idempotency_key_once primary key (caller, request_key)
);

create index if not exists idempotency_key_age on idempotency_key (created_at);
