using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Directives.Tables;

/// <summary>
/// A storage account as an operator names it: a connection string (Azurite: <c>UseDevelopmentStorage=true</c>), or an address, for
/// which this machine's or this app's own identity is used.
/// </summary>
public sealed class AzureAccount
{
    private const string Give =
        "give a connection string (UseDevelopmentStorage=true for Azurite), or an address like https://ACCOUNT.table.core.windows.net for which this machine has an identity";

    private const int LongestPrefix = 40;

    private static readonly Lazy<TokenCredential> _identity = new(() => new DefaultAzureCredential());
    private readonly string? _connection;
    private readonly Uri? _address;

    private AzureAccount(string? connection, Uri? address, string name) => (_connection, _address, Name) = (connection, address, name);

    /// <summary>What a message may call it: never with its key.</summary>
    public string Name { get; }

    /// <summary>Whether it was named by a connection string, which opens tables and blobs alike.</summary>
    public bool HasConnection => _connection is not null;

    /// <summary>Understands what was given; nothing is asked of the account yet.</summary>
    /// <exception cref="TablesUnusableException">It is neither; the message says what to give, and repeats nothing that may be a secret.</exception>
    public static AzureAccount Parse(string text)
    {
        text = text.Trim();
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            // A key sent in the clear, or a signature in the address, would be given away.
            if (address is { Scheme: "http", IsLoopback: false }) throw Wrong(address.Host, "it must begin with https://");
            if (address.Query.Length > 0) throw Wrong(address.Host, "it holds a signature");
            return new AzureAccount(null, address, address.Host);
        }

        try
        {
            return new AzureAccount(text, null, new TableServiceClient(text).AccountName);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw Wrong("Table Storage", "what was given names no account");
        }
    }

    /// <summary>Whether this can stand before the names of tables and containers.</summary>
    public static bool AllowsPrefix(string prefix) => prefix.Length <= LongestPrefix && prefix.All(char.IsAsciiLetterOrDigit) && (prefix.Length == 0 || char.IsAsciiLetter(prefix[0]));

    /// <summary>What such a beginning is, for messages.</summary>
    public static string PrefixRule => $"letters and digits, a letter first, {LongestPrefix} at most";

    internal TableServiceClient Tables(TableClientOptions options) =>
        _connection is { } text ? new TableServiceClient(text, options) : new TableServiceClient(_address, _identity.Value, options);

    internal BlobServiceClient Blobs(BlobClientOptions options) =>
        _connection is { } text ? new BlobServiceClient(text, options) : new BlobServiceClient(_address, _identity.Value, options);

    private static TablesUnusableException Wrong(string name, string why) => new(name, $"{why}; {Give}");
}
