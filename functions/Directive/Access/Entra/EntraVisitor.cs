using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Directives.Access.Entra;

/// <summary>Whom the platform says a visitor is. Never an address: nobody is recognised by that.</summary>
/// <param name="Tenant">Id of the tenant.</param>
/// <param name="Oid">Id of the person in it.</param>
/// <param name="Name">What the tenant calls them; shown to the office, never judged by.</param>
/// <param name="SecondFactor">Whether they showed a second factor there.</param>
public sealed record EntraVisitor(Guid Tenant, Guid Oid, string Name, bool SecondFactor)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const int LongestHeader = 16 * 1024;
    private const int LongestName = 100;
    private static readonly string[] TenantClaims = ["tid", "http://schemas.microsoft.com/identity/claims/tenantid"];
    private static readonly string[] ObjectClaims = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];
    private static readonly string[] MethodClaims = ["amr", "http://schemas.microsoft.com/claims/authnmethodsreferences"];

    /// <summary>Reads the platform's header; null for none, or one that is not whole. Whether it may be believed is the caller's to know.</summary>
    public static EntraVisitor? Read(IHeaderDictionary headers)
    {
        if (headers[Header] is not [{ Length: > 0 and <= LongestHeader } encoded]) return null;
        try
        {
            var principal = JsonSerializer.Deserialize<Principal>(Encoding.UTF8.GetString(Convert.FromBase64String(encoded)), JsonSerializerOptions.Web);
            if (principal is not { Auth_typ: "aad", Claims: { } claims }) return null;
            string[] All(string[] names) => [.. claims.Where(c => names.Contains(c.Typ)).Select(c => c.Val).OfType<string>()];
            // Two tenants or two people in one header are none.
            if (All(TenantClaims).Distinct().ToArray() is not [var tid] || All(ObjectClaims).Distinct().ToArray() is not [var oid]) return null;
            if (!Guid.TryParse(tid, out var tenant) || !Guid.TryParse(oid, out var person)) return null;
            var name = All(["name"]).FirstOrDefault() ?? "";
            return new EntraVisitor(tenant, person, name.Length > LongestName ? name[..LongestName] : name, All(MethodClaims).Contains("mfa"));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Principal(string? Auth_typ, IReadOnlyList<Claim>? Claims);

    private sealed record Claim(string? Typ, string? Val);
}
