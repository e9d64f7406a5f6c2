using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Directives.Tables;

/// <summary>
/// A row as an entity of Azure Tables: the body as text in properties <c>Body</c>, <c>Body1</c>, <c>Body2</c> … of at most 32,768 UTF-16
/// units each, and in <c>Batch</c> which batch wrote it.
/// </summary>
internal static class AzureRow
{
    /// <summary>Most UTF-16 units of a string property.</summary>
    public const int UnitsInProperty = 32 * 1024;

    private const string Body = "Body";
    private const string Batch = "Batch";

    // Well-formed, as the service demands, and older than any row.
    private static readonly ETag NoVersion = new("W/\"datetime'1900-01-01T00%3A00%3A00.0000000Z'\"");
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What the service is asked to do.</summary>
    /// <exception cref="DecoderFallbackException">The body is no UTF-8.</exception>
    public static TableTransactionAction Action(string partition, RowChange change, string batch) => change switch
    {
        Insert => new(TableTransactionActionType.Add, Entity(partition, change, batch)),
        Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(partition, change, batch), Tag(replace.Version)),
        Put => new(TableTransactionActionType.UpsertReplace, Entity(partition, change, batch)),
        Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, change.Key), delete.Version is { } version ? Tag(version) : ETag.All),
        _ => throw new ArgumentException($"{change.GetType().Name} is no change that is known.", nameof(change)),
    };

    /// <summary>The row that an entity holds.</summary>
    public static Row Row(TableEntity entity)
    {
        var text = entity.GetString(Body) ?? "";
        if (entity.ContainsKey(Name(1)))
        {
            var whole = new StringBuilder(text);
            for (var i = 1; entity.GetString(Name(i)) is { } part; i++) whole.Append(part);
            text = whole.ToString();
        }

        return new Row(entity.RowKey, Strict.GetBytes(text), entity.ETag.ToString());
    }

    /// <summary>Whether this batch wrote the entity.</summary>
    public static bool IsOf(TableEntity entity, string batch) => entity.GetString(Batch) == batch;

    private static TableEntity Entity(string partition, RowChange change, string batch)
    {
        var text = Strict.GetString(change.Body.Span);
        var entity = new TableEntity(partition, change.Key) { [Batch] = batch };
        var (at, part) = (0, 0);
        do
        {
            var length = Math.Min(UnitsInProperty, text.Length - at);
            // A character of two units stays whole: half of one is no text.
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1])) length--;
            entity[Name(part++)] = text.Substring(at, length);
            at += length;
        }
        while (at < text.Length);
        return entity;
    }

    private static string Name(int part) => part == 0 ? Body : Body + part.ToString(CultureInfo.InvariantCulture);

    // A text that was never a version is one that no row has; the service would call it malformed.
    private static ETag Tag(string version) =>
        version.StartsWith("W/\"datetime'", StringComparison.Ordinal) && version.EndsWith("'\"", StringComparison.Ordinal) ? new ETag(version) : NoVersion;
}
