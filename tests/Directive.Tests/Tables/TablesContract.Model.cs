using CsCheck;
using Directives.Tables;

namespace Directives.Tests.Tables;

public abstract partial class TablesContract
{
    private static readonly string[] ModelKeys = ["!", "a", "a|1", "a|10", "a|2", "b", "đ", "~0041", "\ue000", "\ufffd"];

    /// <summary>A change to be made of the model's state: of this kind, to this key, under the right version or an old one.</summary>
    private sealed record Wish(int Kind, string Key, bool Fresh);

    private sealed record Step(Wish[] Batch, int From, int To, int? Limit);

    [Fact]
    public async Task Any_sequence_of_batches_does_what_a_plain_dictionary_would()
    {
        var wish = Gen.Select(Gen.Int[0, 3], Gen.OneOf(ModelKeys), Gen.Frequency((6, Gen.Const(true)), (1, Gen.Const(false))))
            .Select((kind, key, fresh) => new Wish(kind, key, fresh));
        // Short batches mostly go through, long ones are mostly refused: both ways are walked.
        var batch = wish.Array[1, 4].Select(wishes => wishes.DistinctBy(w => w.Key).ToArray());
        var step = Gen.Select(batch, Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9])
            .Select((wishes, from, to, limit) => new Step(wishes, from, to, limit == 9 ? null : limit));
        await step.Array[1, 12].SampleAsync(PlayAsync, iter: Cases);
    }

    private async Task PlayAsync(Step[] steps)
    {
        var partition = NewPartition();
        var model = new TablesModel();
        for (var i = 0; i < steps.Length; i++)
        {
            var number = i;
            RowChange[] changes = [.. steps[i].Batch.Select(wish => Change(wish, model, $"{number}"))];
            try
            {
                var refusal = model.Refusal(changes);
                if (refusal is null)
                {
                    model.Apply(changes, await CommitAsync(partition, changes));
                }
                else
                {
                    var thrown = await Assert.ThrowsAnyAsync<BatchRefusedException>(() => CommitAsync(partition, changes));
                    Assert.Equal(refusal, (thrown.GetType(), thrown.Key));
                }
            }
            finally
            {
                Assert.Equal(model.Dump(), await DumpAsync(partition));
            }

            var range = new KeyRange(ModelKeys[steps[i].From], ModelKeys[steps[i].To]);
            Assert.Equal(model.Keys(range, steps[i].Limit), await KeysAsync(partition, range, steps[i].Limit));
            foreach (var key in ModelKeys) Assert.Equal(model.VersionOf(key), (await ReadAsync(partition, key))?.Version);
        }
    }

    private static RowChange Change(Wish wish, TablesModel model, string body) => wish.Kind switch
    {
        0 => new Insert(wish.Key, Bytes(body)),
        1 => new Replace(wish.Key, Bytes(body), (wish.Fresh ? model.VersionOf(wish.Key) : model.OldVersionOf(wish.Key)) ?? "0"),
        2 => new Put(wish.Key, Bytes(body)),
        _ => new Delete(wish.Key),
    };
}
