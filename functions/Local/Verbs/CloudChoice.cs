using System.CommandLine;
using Directives.Local.Data;

namespace Directives.Local.Verbs;

/// <summary>The options that name an account.</summary>
internal sealed class CloudChoice
{
    private readonly Option<string?> _tables = new("--tables")
    {
        Description = "Tables in Azure Table Storage: a connection string (UseDevelopmentStorage=true for Azurite), or an address like https://ACCOUNT.table.core.windows.net.",
        HelpName = "ACCOUNT",
    };

    private readonly Option<string?> _blobs = new("--blobs")
    {
        Description = "Files in Blob storage: as --tables, with an address like https://ACCOUNT.blob.core.windows.net. Default: what a connection string of --tables opens, else the data folder.",
        HelpName = "ACCOUNT",
    };

    private readonly Option<string?> _prefix = new("--prefix")
    {
        Description = "Letters and digits before the names of tables, for several installations in one account.",
        HelpName = "NAME",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_tables, _blobs, _prefix]) command.Add(option);
    }

    /// <summary>What was given; null for nothing.</summary>
    public CloudOptions? Of(ParseResult call) => CloudOptions.Parse(call.GetValue(_tables), call.GetValue(_blobs), call.GetValue(_prefix));
}
