#!/usr/bin/env bash
# Puts the secrets that are missing into the vault, once the template has made it: three keys from this machine's random source, and the
# key of SendGrid from a file. Prints none, overwrites none; run it as often as you like. azd runs it after each `azd provision`.
#
#   AZURE_KEY_VAULT_NAME, AZURE_RESOURCE_GROUP, DIRECTIVE_APP   what the deployment said (azd sets them)
#   SENDGRID_KEY_FILE                                           a file with the key of SendGrid and nothing else; needed the first time only
#   DIRECTIVE_WAIT_SECONDS                                      between two tries, while a new role is not known everywhere yet (30)
set -euo pipefail
umask 077

stop() {
    printf 'secrets: %s\n' "$*" >&2
    exit 1
}

for name in AZURE_KEY_VAULT_NAME AZURE_RESOURCE_GROUP DIRECTIVE_APP; do
    [ -n "${!name:-}" ] || stop "$name is not set: it is among the outputs of the deployment."
done
command -v az >/dev/null || stop "the Azure CLI is missing: install az, and sign in by az login."
vault=$AZURE_KEY_VAULT_NAME
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Only a whole list says that a secret is missing: an error might hide one that is there.
tries=10
until az keyvault secret list --vault-name "$vault" --query '[].name' --output tsv >"$scratch/there" 2>"$scratch/why"; do
    tries=$((tries - 1))
    if [ "$tries" -le 0 ] && grep -q Forbidden "$scratch/why"; then
        stop "you have no right to the vault $vault: give yourself 'Key Vault Secrets Officer' on it (infra/README.md, The secrets)."
    fi
    [ "$tries" -gt 0 ] || stop "the vault $vault does not say what is in it: $(tail -n 1 "$scratch/why")"
    echo "The vault $vault does not answer yet; a new role takes some minutes."
    sleep "${DIRECTIVE_WAIT_SECONDS:-30}"
done

put() {
    az keyvault secret set --vault-name "$vault" --name "$1" --file "$2" --encoding utf-8 --output none 2>"$scratch/why" \
        || stop "$1 could not be put into $vault: $(tail -n 1 "$scratch/why") If it was deleted there, recover it (az keyvault secret recover): a new one would not open what the old one closed."
    rm "$2"
    echo "$1: put into $vault."
}

is_there() { tr -d '\r' <"$scratch/there" | grep -Fxq "$1"; }

for name in trail links confidential; do
    if is_there "$name"; then
        echo "$name: is there, and stays."
        continue
    fi
    od -An -v -N32 -tx1 /dev/urandom | tr -d ' \n' >"$scratch/$name"
    [ "$(wc -c <"$scratch/$name")" -eq 64 ] || stop "this machine's random source gave too little."
    put "$name" "$scratch/$name"
done

if is_there sendgrid; then
    echo "sendgrid: is there, and stays."
else
    [ -n "${SENDGRID_KEY_FILE:-}" ] || stop "sendgrid is missing: write the key of SendGrid into a file that only you can read, name it in SENDGRID_KEY_FILE, and run this again."
    tr -d '\r\n' <"$SENDGRID_KEY_FILE" >"$scratch/sendgrid"
    [ -s "$scratch/sendgrid" ] || stop "$SENDGRID_KEY_FILE is empty."
    put sendgrid "$scratch/sendgrid"
fi

# The platform asks the vault once a day only; here it is to ask now.
app=$(az functionapp show --resource-group "$AZURE_RESOURCE_GROUP" --name "$DIRECTIVE_APP" --query id --output tsv)
az rest --method post --url "$app/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
echo "The app $DIRECTIVE_APP reads them from now on. Keep copies of trail, links and confidential apart from the database: infra/README.md, The secrets."
