using System.Text;
using System.Text.Json;
using Directives.Mail.Deliveries;

namespace Directives.Tests.Mail.Deliveries;

/// <summary>What is understood of the provider's events.</summary>
public sealed class EventReaderTests
{
    [Theory]
    [InlineData("""{"event":"delivered"}""", DeliveryKind.Delivered, null)]
    [InlineData("""{"event":"deferred","response":"try later"}""", DeliveryKind.Deferred, null)]
    [InlineData("""{"event":"bounce","type":"bounce","status":"5.1.1"}""", DeliveryKind.Bounced, DeliveryReasons.AddressUnknown)]
    [InlineData("""{"event":"bounce","type":"bounce","bounce_classification":"Invalid Address"}""", DeliveryKind.Bounced, DeliveryReasons.AddressUnknown)]
    [InlineData("""{"event":"bounce","type":"bounce","status":"5.2.2"}""", DeliveryKind.Bounced, DeliveryReasons.MailboxFull)]
    [InlineData("""{"event":"bounce","type":"bounce","status":"5.7.1"}""", DeliveryKind.Bounced, DeliveryReasons.Refused)]
    [InlineData("""{"event":"bounce"}""", DeliveryKind.Bounced, DeliveryReasons.Refused)]
    [InlineData("""{"event":"bounce","type":"blocked","status":"4.7.1"}""", DeliveryKind.Blocked, DeliveryReasons.Blocked)]
    [InlineData("""{"event":"bounce","type":"blocked","status":"4.2.2"}""", DeliveryKind.Blocked, DeliveryReasons.MailboxFull)]
    [InlineData("""{"event":"dropped","reason":"Bounced Address"}""", DeliveryKind.Dropped, DeliveryReasons.AddressUnknown)]
    [InlineData("""{"event":"dropped","reason":"Spam Reporting Address"}""", DeliveryKind.Dropped, DeliveryReasons.Spam)]
    [InlineData("""{"event":"dropped","reason":"Unsubscribed Address"}""", DeliveryKind.Dropped, DeliveryReasons.Refused)]
    [InlineData("""{"event":"spamreport"}""", DeliveryKind.Spam, DeliveryReasons.Spam)]
    public void Each_event_is_a_word_with_a_reason_of_ours(string json, DeliveryKind kind, string? reason)
    {
        var (events, others) = Read($"[{With(json, "\"letter\":\"m112.000003\",\"timestamp\":1682640000,\"email\":\"x@place.example\"")}]");
        var one = Assert.Single(events);
        Assert.Equal(0, others);
        Assert.Equal(new DeliveryEvent("m112.000003", DateTimeOffset.FromUnixTimeSeconds(1682640000), new DeliveryWord(kind, one.At, reason)), one);
        Assert.DoesNotContain("place.example", $"{one}", StringComparison.Ordinal);
    }

    [Fact]
    public void Processed_says_only_that_the_provider_has_the_letter() =>
        Assert.Null(Assert.Single(Read("""[{"event":"processed","letter":"m112.000003","timestamp":1682640000}]""").Events).Word);

    [Theory]
    [InlineData("""[{"event":"open","letter":"m112.000003","timestamp":1682640000}]""")]
    [InlineData("""[{"event":"delivered","timestamp":1682640000}]""")]
    [InlineData("""[{"event":"delivered","letter":7,"timestamp":1682640000}]""")]
    [InlineData("""[{"event":"delivered","letter":"m112.000003"}]""")]
    [InlineData("""[{"event":"delivered","letter":"m112.000003","timestamp":"x"}]""")]
    [InlineData("""[{"event":"delivered","letter":"m112.000003","timestamp":99999999999999}]""")]
    [InlineData("""[{"event":"delivered","letter":"\ud800","timestamp":1682640000}]""")]
    [InlineData("""["delivered"]""")]
    public void What_says_nothing_of_a_letters_arrival_is_counted_only(string json) => Assert.Equal((0, 1), (Read(json).Events.Count, Read(json).Others));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{]")]
    [InlineData("<html>")]
    public void What_is_no_array_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    private static string With(string json, string more) => $"{json[..^1]},{more}}}";

    private static (IReadOnlyList<DeliveryEvent> Events, int Others) Read(string json) => EventReader.Read(Encoding.UTF8.GetBytes(json));
}
