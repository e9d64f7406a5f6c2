using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Directives.Attachments;
using Directives.Recommendations;
using Directives.Tables;

namespace Directives.Reports;

/// <summary>A recommendation as it stands in a report (R5); filing raises it as a case.</summary>
/// <param name="Kind">Never a violation: that goes the confidential way, and never through a report.</param>
/// <param name="Urgent">Why it is urgent; null where it is not.</param>
/// <param name="Answer">What the official answered on the spot; null to have it taken up.</param>
/// <param name="Attachments">Its files; null for none.</param>
public sealed record RecommendedCase(CaseKind Kind, string Text, string? Urgent = null, string? Answer = null, IReadOnlyList<Attachment>? Attachments = null)
{
    /// <summary>Names it within its seat's report, whatever the version: the same words are the same recommendation.</summary>
    [JsonIgnore]
    public string Row => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Keys.Join($"{Kind}", Text))));
}
