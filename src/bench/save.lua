-- Each thread, with one connection, is a user who saves one answer again and again:
--   wrk -t N -c N -s save.lua URL -- TOKENS OFFSET QUESTION
local threads = {}
version, failed = 0, 0
local body = string.rep("I measured first, found the slow statement, and added the index it needed. ", 8)
function setup(thread)
  thread:set("number", #threads)
  threads[#threads + 1] = thread
end
function init(args)
  local line = 0
  for token in io.lines(args[1]) do
    if line == tonumber(args[2]) + number then wrk.headers["Authorization"] = "Bearer " .. token end
    line = line + 1
  end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  question = args[3]
end
function request()
  return wrk.format(nil, nil, nil, '{"query":"mutation ($i: SaveAnswerInput!) { saveAnswer(input: $i) { savedAnswer { version updatedAt }'
    .. ' userErrors { code } } }","variables":{"i":{"questionId":"' .. question .. '","expectedVersion":' .. version
    .. ',"body":"' .. version .. " " .. body .. '"}}}')
end
function response(status, headers, answer)
  if status == 200 and answer:find('"userErrors":[]', 1, true) then version = version + 1 else failed = failed + 1 end
end
function done(summary)
  local all = 0
  for _, thread in ipairs(threads) do all = all + thread:get("failed") end
  if all > 0 then io.stderr:write(all .. " saves failed\n") end
end
