using System.Xml.Linq;
using Directives.Tables;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Directives.Access.FormKeys;

/// <summary>
/// The keys of cookies and forms in the tables, so that every instance reads what another wrote. They are few: a new one every 90 days, and old ones stay, so that
/// what they protected can be read until it is over.
/// </summary>
public sealed class KeyRows(ITables tables, string authority) : IXmlRepository
{
    private string Partition => Keys.Join(authority, "form-keys");

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. tables.QueryAsync(Table.Installation, Partition, KeyRange.All).AsTask().GetAwaiter().GetResult().Select(r => XElement.Parse(Stored.Read<KeyRow>(r).Xml))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        try
        {
            var row = new KeyRow(element.ToString(SaveOptions.DisableFormatting));
            tables.CommitAsync(Table.Installation, Partition, [new Insert(Keys.Join(friendlyName), Stored.Bytes(row))]).AsTask().GetAwaiter().GetResult();
        }
        catch (RowExistsException)
        {
            // Each has a name of its own: it was taken over before.
        }
    }

    private sealed record KeyRow(string Xml);
}
