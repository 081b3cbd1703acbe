create table if not exists vault_secret (
    secret_ref varchar(128) not null primary key,
    owner_id varchar(64) not null,
    secret_name varchar(512) not null,
    sealed bytea not null,
    created_at bigint not null
);

create index if not exists vault_secret_owner on vault_secret (owner_id);
