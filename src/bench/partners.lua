-- Sends a body as the pages of partners at random: wrk -s partners.lua URL -- FILE PARTNERS [executed], of an anonymous client for 0 partners.
local requests = {}
function init(args)
  local file = io.open(args[1]); local body = file:read("*a"); file:close()
  local partners = tonumber(args[2])
  for number = 1, math.max(partners, 1) do
    local headers = {["Content-Type"] = "application/json"}
    if partners > 0 then
      headers["Origin"] = "https://partner-" .. number .. ".example"
      headers["Prepgraph-Partner"] = "partner-" .. number
    end
    if args[3] == "executed" then headers["Prepgraph-Cost"] = "true" end -- a response with its cost is never from the cache
    requests[number] = wrk.format("POST", nil, headers, body)
  end
  math.randomseed(7)
end
function request() return requests[math.random(#requests)] end
